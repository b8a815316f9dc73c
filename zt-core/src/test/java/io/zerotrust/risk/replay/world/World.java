package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * People, services and attackers, day by day. The same seed gives the same days.
 */
public final class World {

	private final WorldSettings settings;

	private final long seed;

	private final List<Person> people;

	private final List<Service> services = new ArrayList<>();

	private final List<Incident> incidents;

	private final HumanTraffic humans;

	private final ServiceTraffic machines;

	private final Plot plot;

	private final List<Event> late = new ArrayList<>();

	private int day;

	public World(WorldSettings settings, long seed) {
		this.settings = settings;
		this.seed = seed;
		Api api = new Api();
		People makes = new People(settings, api);
		this.people = makes.all(seed);
		for (int number = 0; number < settings.services(); number++) {
			this.services.add(new Service(number, api, Dice.of(seed, 3, number)));
		}
		this.incidents = new Campaign(settings, this.people, this.services, Dice.of(seed, 4)).incidents();
		Estate estate = new Estate(settings.users(), Dice.of(seed, 5));
		Calendar calendar = new Calendar(settings, Dice.of(seed, 6));
		Habits habits = new Habits(api, estate, makes, calendar);
		this.humans = new HumanTraffic(settings, calendar, habits, api, estate);
		this.machines = new ServiceTraffic(calendar, estate, api);
		this.plot = new Plot(new IdentityAttacks(api, habits, calendar), new ObjectAttacks(api, habits, estate),
				new ServiceAttacks(api, estate));
	}

	public WorldSettings settings() {
		return this.settings;
	}

	public List<Incident> incidents() {
		return this.incidents;
	}

	/**
	 * Whether attacks have begun.
	 */
	public boolean isUnderTest() {
		return this.day > this.settings.firstAttack();
	}

	/**
	 * Return what happens on the next day that is replayed, in the order of time, or
	 * {@code null} after the last day.
	 */
	public @Nullable List<Event> next() {
		while (this.day < this.settings.firstDay()) {
			live();
		}
		return (this.day < this.settings.days()) ? live() : null;
	}

	private List<Event> live() {
		List<Event> events = new ArrayList<>();
		for (Service service : this.services) {
			this.machines.run(service, this.day, Dice.of(this.seed, 7, this.day, service.number), events);
		}
		for (Person person : this.people) {
			live(person, events);
		}
		for (Incident incident : this.incidents) {
			if (incident.isOn(this.day) && incident.attack().isOfService()) {
				Service service = this.services.get(incident.accounts().get(0));
				this.plot.play(incident, service, this.day, Dice.of(this.seed, 8, this.day, incident.id()), events);
			}
		}
		this.day++;
		return sorted(events);
	}

	/**
	 * What happens after midnight is kept for the next day.
	 */
	private List<Event> sorted(List<Event> events) {
		events.addAll(this.late);
		this.late.clear();
		events.sort(Comparator.comparingLong(Event::time));
		int end = events.size();
		while (this.day < this.settings.days() && end > 0 && events.get(end - 1).time() >= Calendar.start(this.day)) {
			end--;
		}
		this.late.addAll(events.subList(end, events.size()));
		return events.subList(0, end);
	}

	private void live(Person person, List<Event> events) {
		Incident incident = incident(person);
		int from = events.size();
		List<Visit> visits = this.humans.live(person, this.day, (incident != null) ? 1 : 0,
				Dice.of(this.seed, 9, this.day, person.number), events);
		if (incident == null) {
			return;
		}
		if (incident.attack().isTheft()) {
			taint(visits.get(visits.size() - 1), events, from);
		}
		Dice dice = Dice.of(this.seed, 10, this.day, person.number, incident.id());
		this.plot.play(incident, new Scene(this.day, dice, events, visits));
	}

	/**
	 * Who is robbed of his token in a session is not expected to get through it unasked.
	 */
	private static void taint(Visit visit, List<Event> events, int from) {
		Session tainted = visit.session().tainted();
		for (int i = from; i < events.size(); i++) {
			if (events.get(i).session() == visit.session()) {
				events.set(i, events.get(i).in(tainted));
			}
		}
	}

	private @Nullable Incident incident(Person person) {
		for (Incident incident : this.incidents) {
			if (incident.isOn(this.day) && !incident.attack().isOfService()
					&& incident.accounts().contains(person.number)) {
				return incident;
			}
		}
		return null;
	}

}
