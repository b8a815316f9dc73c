package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * One attack.
 *
 * @param id its number, from 1 on
 * @param attack what kind
 * @param day the day of its first request
 * @param accounts whose accounts it is done with: people, or services by number
 */
public record Incident(int id, Attack attack, int day, List<Integer> accounts) {

	public Incident {
		accounts = List.copyOf(accounts);
	}

	boolean isOn(int day) {
		return day >= this.day && day < this.day + this.attack.days();
	}

	/**
	 * Whether the attacker can log in again: somebody else's second factor is within
	 * reach of one in twenty.
	 */
	public boolean canStepUp() {
		return this.attack.isInsider() || (!this.attack.isOfService() && Dice.of(4711, this.id).chance(0.05));
	}

	@Override
	public String toString() {
		return this.attack + " " + this.id;
	}

}
