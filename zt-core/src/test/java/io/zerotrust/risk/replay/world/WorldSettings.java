package io.zerotrust.risk.replay.world;

/**
 * How big and how unruly a world is.
 *
 * @param name how it is called in the report
 * @param users how many people there are
 * @param services how many services
 * @param days how many days go by
 * @param warm how many of them go by before the first attack
 * @param mobile the share of people who are on the move with their phone
 * @param flap how often such a session changes between wifi and cell
 * @param hopper the share of people behind a VPN that is somewhere else each time
 * @param trips the share of people who leave for another country on a day
 * @param strayNetworks how often a session starts in a network never seen
 * @param newDevices how often a session starts on a new device
 * @param sharing the share of customers who share objects
 * @param owls the share of people without fixed hours
 * @param incidents how many incidents of each kind of attack there are
 */
public record WorldSettings(String name, int users, int services, int days, int warm, double mobile, double flap,
		double hopper, double trips, double strayNetworks, double newDevices, double sharing, double owls,
		int incidents) {

	/**
	 * How many days of attacks there are.
	 */
	public static final int TEST_DAYS = 7;

	public static WorldSettings base() {
		return new WorldSettings("base", 2000, 40, 21, 14, 0.35, 0.3, 0.03, 0.002, 0.02, 0.003, 0.15, 0.05, 24);
	}

	/**
	 * More people on the move, and more objects that are shared.
	 */
	public static WorldSettings shifted() {
		return new WorldSettings("shifted", 2000, 40, 21, 14, 0.5, 0.45, 0.06, 0.005, 0.04, 0.006, 0.3, 0.1, 24);
	}

	/**
	 * Much more of both.
	 */
	public static WorldSettings harsh() {
		return new WorldSettings("harsh", 2000, 40, 21, 14, 0.65, 0.6, 0.12, 0.012, 0.08, 0.012, 0.5, 0.2, 24);
	}

	/**
	 * Small enough for every build.
	 */
	public static WorldSettings small() {
		return new WorldSettings("small", 160, 8, 13, 6, 0.35, 0.3, 0.03, 0.002, 0.02, 0.003, 0.15, 0.05, 4);
	}

	/**
	 * Return the same world, known for fewer days when the attacks start.
	 */
	public WorldSettings warm(int warm) {
		return new WorldSettings(this.name, this.users, this.services, this.days, warm, this.mobile, this.flap,
				this.hopper, this.trips, this.strayNetworks, this.newDevices, this.sharing, this.owls, this.incidents);
	}

	/**
	 * Return the day of the first attack.
	 */
	public int firstAttack() {
		return this.days - TEST_DAYS;
	}

	/**
	 * Return the first day that is replayed.
	 */
	public int firstDay() {
		return firstAttack() - this.warm;
	}

}
