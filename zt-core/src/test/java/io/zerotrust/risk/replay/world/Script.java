package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * Writes down what somebody does, one request after the other.
 */
final class Script {

	private final List<Event> events;

	private final Session session;

	private final Dice dice;

	private Surroundings from;

	private long time;

	Script(List<Event> events, Session session, Surroundings from, long start, Dice dice) {
		this.events = events;
		this.session = session;
		this.from = from;
		this.time = start;
		this.dice = dice;
	}

	/**
	 * Let some seconds go by, half of the times less than the median.
	 */
	void pause(double median, double spread) {
		this.time += (long) (1000 * Math.min(1200, this.dice.around(median, spread))) + 20;
	}

	void move(Place place) {
		this.from = this.from.in(place);
	}

	void step(Endpoint endpoint, int[] ids, boolean harmful) {
		step(endpoint, ids, (endpoint.act() == Act.CREATE) ? 201 : 200, harmful);
	}

	void step(Endpoint endpoint, int[] ids, int status, boolean harmful) {
		int bytes = (status < 400) ? (int) this.dice.around(endpoint.act().bytes(), 0.5) : 120;
		write(endpoint, ids, status, bytes, harmful);
	}

	void write(Endpoint endpoint, int[] ids, int status, int bytes, boolean harmful) {
		this.events.add(new Event(this.time, this.session, this.from, endpoint, ids, status, bytes, harmful));
	}

	long time() {
		return this.time;
	}

	Place place() {
		return this.from.place();
	}

	Dice dice() {
		return this.dice;
	}

}
