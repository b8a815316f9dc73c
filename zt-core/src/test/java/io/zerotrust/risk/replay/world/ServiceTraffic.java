package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * The requests of services that do what they should.
 */
final class ServiceTraffic {

	private static final double BACKFILL = 8;

	private final Calendar calendar;

	private final Estate estate;

	private final Api api;

	ServiceTraffic(Calendar calendar, Estate estate, Api api) {
		this.calendar = calendar;
		this.estate = estate;
		this.api = api;
	}

	/**
	 * Let a service run for a day.
	 */
	Session run(Service service, int day, Dice dice, List<Event> events) {
		if (dice.chance(0.3)) {
			service.reschedule(dice);
		}
		if (this.calendar.hasGained(day, service.number)) {
			Endpoint gained = this.api.of(Act.READ, Thing.TICKET);
			if (!service.endpoints.contains(gained)) {
				service.endpoints.add(gained);
			}
		}
		Session session = Session.ofService(service.account);
		session = (day >= service.taintedFrom) ? session.tainted() : session;
		for (int hour = 0; hour < 24; hour++) {
			long start = Calendar.start(day) + hour * Calendar.HOUR;
			spread(service, session, start, dice.poisson(service.steady), dice, events);
		}
		if (service.batch > 0) {
			int count = (int) dice.around(service.batch, 0.15);
			run(service, session, Calendar.start(day) + service.hour * Calendar.HOUR, count, dice, events);
		}
		if (this.calendar.isBackfill(day, service.number)) {
			int count = (int) (BACKFILL * Math.max(service.steady * 4, service.batch));
			run(service, session, Calendar.start(day) + 9 * Calendar.HOUR, count, dice, events);
		}
		return session;
	}

	private void spread(Service service, Session session, long start, int count, Dice dice, List<Event> events) {
		for (int i = 0; i < count; i++) {
			long time = start + (long) (dice.uniform() * Calendar.HOUR);
			call(service, new Script(events, session, from(service, dice), time, dice));
		}
	}

	private void run(Service service, Session session, long start, int count, Dice dice, List<Event> events) {
		Script script = new Script(events, session, from(service, dice), start, dice);
		for (int i = 0; i < count; i++) {
			call(service, script);
			script.pause(2, 0.4);
		}
	}

	Surroundings from(Service service, Dice dice) {
		return new Surroundings(dice.pick(service.pods), service.device);
	}

	private void call(Service service, Script script) {
		Dice dice = script.dice();
		Endpoint endpoint = service.endpoints.get(dice.first(service.endpoints.size()));
		Thing thing = endpoint.thing();
		int[] ids = (thing != null && endpoint.namesObject()) ? this.estate.any(thing, dice) : Estate.none();
		int status = dice.chance(0.002) ? dice.chance(0.5) ? 404 : 500 : 200;
		script.step(endpoint, ids, status, false);
	}

}
