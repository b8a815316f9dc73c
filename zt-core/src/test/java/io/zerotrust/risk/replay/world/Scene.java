package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * What an attack finds on a day.
 *
 * @param day the day
 * @param dice of the incident on that day
 * @param events where requests are written down
 * @param visits the harmless sessions of an account on that day, never none
 */
record Scene(int day, Dice dice, List<Event> events, List<Visit> visits) {

	Person person() {
		return this.visits.get(0).person();
	}

	Visit visit() {
		return this.visits.get(this.visits.size() - 1);
	}

}
