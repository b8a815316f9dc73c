package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * Attacks in the name of services.
 */
final class ServiceAttacks {

	private final Api api;

	private final Estate estate;

	ServiceAttacks(Api api, Estate estate) {
		this.api = api;
		this.estate = estate;
	}

	/**
	 * Look around from a pod that was taken over.
	 */
	void lateral(Incident incident, Service service, int day, Dice dice, List<Event> events) {
		Surroundings from = new Surroundings(dice.pick(service.pods), service.device);
		Script script = script(incident, service, from, day, dice, events);
		List<Endpoint> unknown = this.api.all()
			.stream()
			.filter((endpoint) -> !service.endpoints.contains(endpoint) && endpoint.act() != Act.ADMINISTER)
			.toList();
		for (int i = 0; i < 40; i++) {
			call(script, dice.pick(unknown), dice.chance(0.25) ? 403 : 200);
			script.pause(20, 0.8);
		}
	}

	/**
	 * Use a service's key from elsewhere, for what it is usually used for.
	 */
	void stolenKey(Incident incident, Service service, int day, Dice dice, List<Event> events) {
		Device device = dice.chance(0.4) ? service.device
				: new Device(null, dice.chance(0.5) ? service.device.agent() : "python-requests/2.31", "t13d08stolen");
		Surroundings from = new Surroundings(Internet.hosted(dice), device);
		Script script = script(incident, service, from, day, dice, events);
		int count = dice.between(150, 350);
		for (int i = 0; i < count; i++) {
			call(script, dice.pick(service.endpoints), 200);
			script.pause(8, 0.7);
		}
	}

	private static Script script(Incident incident, Service service, Surroundings from, int day, Dice dice,
			List<Event> events) {
		long start = Calendar.start(day) + (long) (dice.uniform() * 20 * Calendar.HOUR);
		return new Script(events, Session.ofService(service.account).of(incident), from, start, dice);
	}

	private void call(Script script, Endpoint endpoint, int status) {
		Thing thing = endpoint.thing();
		int[] ids = (thing != null && endpoint.namesObject()) ? this.estate.any(thing, script.dice()) : Estate.none();
		script.step(endpoint, ids, status, true);
	}

}
