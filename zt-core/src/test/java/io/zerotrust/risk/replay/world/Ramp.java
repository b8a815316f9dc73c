package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small world of people who always do the same, some of whom do a bit more every day:
 * so little that each day looks like the one before.
 */
public final class Ramp {

	/**
	 * How many people do more and more.
	 */
	public static final int CLIMBERS = 20;

	private static final int PEOPLE = 80;

	private static final int WARM = 21;

	private static final int DAYS = 160;

	private static final double MOST = 40;

	private final Api api = new Api();

	private final Estate estate = new Estate(PEOPLE, Dice.of(12));

	private final List<Person> people;

	private final double rate;

	private final long seed;

	/**
	 * Who is no longer looked at.
	 */
	private final Set<String> done = new TreeSet<>();

	private int day;

	/**
	 * Create the world.
	 * @param rate by how much more is done each day, 0.05 for 5 %
	 * @param seed which one
	 */
	public Ramp(double rate, long seed) {
		this.rate = rate;
		this.seed = seed;
		this.people = new People(new WorldSettings("ramp", PEOPLE, 0, WARM + DAYS, WARM, 0, 0, 0, 0, 0, 0, 0, 0, 0),
				this.api)
			.all(seed);
	}

	/**
	 * Return by which factor more than at the start is done on the day at hand.
	 */
	public double factor() {
		int climbed = this.day - 1 - WARM;
		return (climbed <= 0) ? 1 : Math.min(MOST, StrictMath.pow(1 + this.rate, climbed));
	}

	/**
	 * Whether it goes on.
	 */
	public boolean hasNext() {
		return this.day < WARM + DAYS && this.done.size() < CLIMBERS && factor() < MOST;
	}

	/**
	 * Look no longer at somebody.
	 */
	public void finish(String name) {
		this.done.add(name);
	}

	/**
	 * Whether somebody does more and more.
	 */
	public boolean isClimber(Session session) {
		for (int i = 0; i < CLIMBERS; i++) {
			if (this.people.get(i).account.subject().equals(session.name())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return what happens on the next day, in the order of time.
	 */
	public List<Event> next() {
		this.day++;
		List<Event> events = new ArrayList<>();
		for (Person person : this.people) {
			boolean climbs = person.number < CLIMBERS;
			if (!this.done.contains(person.account.subject())) {
				work(person, climbs ? factor() : 1, Dice.of(this.seed, this.day, person.number), events);
			}
		}
		events.sort(Comparator.comparingLong(Event::time));
		return events;
	}

	private void work(Person person, double factor, Dice dice, List<Event> events) {
		long start = Calendar.start(this.day) + 9 * Calendar.HOUR + dice.below(3_600_000);
		Surroundings from = new Surroundings(person.home, person.gadgets.get(0).with(0));
		Session session = Session.login(person.account, "r" + this.day + "-" + person.number, start, true);
		Script script = new Script(events, session, from, start, dice);
		Endpoint read = this.api.of(Act.READ, Thing.PRODUCT);
		Endpoint list = this.api.of(Act.LIST, Thing.PRODUCT);
		int count = (int) dice.around(25 * factor, 0.25);
		for (int i = 0; i < count; i++) {
			script.step(dice.chance(0.2) ? list : read, Estate.one(dice.below(Estate.PRODUCTS)), false);
			script.pause(3600.0 / Math.max(60, 3 * count), 0.5);
		}
	}

}
