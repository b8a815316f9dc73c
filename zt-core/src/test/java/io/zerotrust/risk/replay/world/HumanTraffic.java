package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The sessions of people who mean no harm.
 */
final class HumanTraffic {

	private final WorldSettings settings;

	private final Calendar calendar;

	private final Habits habits;

	private final Api api;

	private final Estate estate;

	HumanTraffic(WorldSettings settings, Calendar calendar, Habits habits, Api api, Estate estate) {
		this.settings = settings;
		this.calendar = calendar;
		this.habits = habits;
		this.api = api;
		this.estate = estate;
	}

	/**
	 * Let somebody live through a day.
	 * @param atLeast how many sessions there are at least
	 * @return the sessions
	 */
	List<Visit> live(Person person, int day, int atLeast, Dice dice, List<Event> events) {
		if (day < person.manner.joined()) {
			return List.of();
		}
		change(person, day, dice);
		boolean off = person.role() != Role.CUSTOMER && Calendar.isWeekend(day);
		int count = Math.max(atLeast, dice.poisson(off ? 0.1 : person.manner.sessions()));
		List<Visit> visits = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			visits.add(visit(person, day, i, dice, events));
		}
		if (bulk(person, day, dice)) {
			visits.add(export(person, day, dice, events));
		}
		return visits;
	}

	/**
	 * Homes, devices and countries change.
	 */
	private void change(Person person, int day, Dice dice) {
		if (this.calendar.renumbers(day, person.home.asn())) {
			person.home = Internet.renumbered(person.home);
		}
		if (person.hotel != null && day >= person.back) {
			person.hotel = null;
		}
		if (person.hotel == null && dice.chance(this.settings.trips())) {
			person.travel(dice, day + dice.between(2, 6));
		}
		if (dice.chance(0.0004)) {
			person.move(dice);
		}
	}

	private Visit visit(Person person, int day, int number, Dice dice, List<Event> events) {
		long start = start(person, day, dice);
		boolean bought = dice.chance(this.settings.newDevices());
		if (bought) {
			person.addGadget(dice, person.gadgets.get(0).phone());
		}
		Gadget gadget = bought ? person.gadgets.get(person.gadgets.size() - 1)
				: person.gadgets.get(dice.first(person.gadgets.size()));
		Surroundings from = new Surroundings(place(person, gadget, dice),
				gadget.with(this.calendar.releases(day, person.number)));
		Session session = Session.login(person.account, "s" + day + "-" + person.number + "-" + number, start,
				person.manner.secondFactor() || (bought && dice.chance(0.5)));
		session = (day >= person.taintedFrom) ? session.tainted() : session;
		Script script = new Script(events, session, from, start, dice);
		int length = (int) Math.min(200, Math.max(2, dice.around(person.manner.length(), 0.6)));
		boolean flaps = gadget.phone() && person.manner.mobile() && dice.chance(this.settings.flap());
		for (int i = 0; i < length; i++) {
			this.habits.act(script, person, day);
			script.pause(7, 1.1);
			if (flaps && dice.chance(0.1)) {
				boolean athome = script.place() == from.place();
				script.move(athome ? Internet.cell(dice, person.carrier) : from.place());
			}
		}
		return new Visit(person, session, from, start, script.time());
	}

	long start(Person person, int day, Dice dice) {
		double hour = person.manner.owl() ? 24 * dice.uniform() : person.hour() + 2.2 * dice.normal();
		return Calendar.start(day) + (long) ((hour % 24 + 24) % 24 * Calendar.HOUR);
	}

	private Place place(Person person, Gadget gadget, Dice dice) {
		Place hotel = person.hotel;
		if (person.manner.hopper() && dice.chance(0.7)) {
			return Internet.vpn(dice);
		}
		if (hotel != null) {
			return hotel;
		}
		if (dice.chance(this.settings.strayNetworks())) {
			return Internet.line(dice, person.country);
		}
		if (gadget.phone() && dice.chance(0.35)) {
			return Internet.cell(dice, person.carrier);
		}
		return (person.role() != Role.CUSTOMER && dice.chance(0.7)) ? Internet.office(person.number % 8) : person.home;
	}

	/**
	 * Somebody needs everything at once, for the tax return or an audit.
	 */
	private boolean bulk(Person person, int day, Dice dice) {
		return dice.chance((person.role() == Role.STAFF) ? 0.006 : 0.0006) && !Calendar.isWeekend(day);
	}

	private Visit export(Person person, int day, Dice dice, List<Event> events) {
		long start = start(person, day, dice);
		Surroundings from = new Surroundings(person.home,
				person.gadgets.get(0).with(this.calendar.releases(day, person.number)));
		Session session = Session.login(person.account, "b" + day + "-" + person.number, start,
				person.manner.secondFactor());
		session = (day >= person.taintedFrom) ? session.tainted() : session;
		Script script = new Script(events, session, from, start, dice);
		Endpoint download = this.api.of(Act.DOWNLOAD, Thing.INVOICE);
		for (int id : this.estate.own(person.number, Thing.INVOICE, 60)) {
			script.step(download, Estate.one(id), false);
			script.pause(3, 0.5);
		}
		return new Visit(person, session, from, start, script.time());
	}

}
