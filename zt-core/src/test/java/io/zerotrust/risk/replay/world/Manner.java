package io.zerotrust.risk.replay.world;

/**
 * How somebody goes about.
 *
 * @param joined the day of his first session
 * @param sessions how many sessions a day he has
 * @param length how many requests half of them have
 * @param hour the hour of his clock around which he is about
 * @param mobile whether he is on the move with a phone
 * @param hopper whether his VPN is somewhere else each time
 * @param owl whether he keeps no hours
 * @param flaky whether what he uses fails and tries again
 * @param secondFactor whether he always logs in with two factors
 */
record Manner(int joined, double sessions, double length, int hour, boolean mobile, boolean hopper, boolean owl,
		boolean flaky, boolean secondFactor) {

	static Manner of(Role role, WorldSettings settings, Dice dice) {
		boolean works = role != Role.CUSTOMER;
		boolean late = !works && dice.chance(0.06);
		return new Manner(late ? settings.firstAttack() - 2 + dice.below(WorldSettings.TEST_DAYS) : 0,
				works ? 2.2 : Math.min(4, dice.around(1.3, 0.6)), works ? dice.around(28, 0.3) : dice.around(17, 0.4),
				works ? dice.between(10, 14) : dice.between(9, 21), !works && dice.chance(settings.mobile()),
				dice.chance(settings.hopper()), dice.chance(settings.owls()), dice.chance(0.01),
				works || dice.chance(0.25));
	}

}
