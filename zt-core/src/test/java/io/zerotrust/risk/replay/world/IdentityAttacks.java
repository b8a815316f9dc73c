package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * Attacks by somebody who pretends to be somebody else.
 */
final class IdentityAttacks {

	private final Api api;

	private final Habits habits;

	private final Calendar calendar;

	IdentityAttacks(Api api, Habits habits, Calendar calendar) {
		this.api = api;
		this.habits = habits;
		this.calendar = calendar;
	}

	/**
	 * Use a stolen token while its owner is there. One thief in three copies the user
	 * agent, one the device and the TLS stack too.
	 */
	void theft(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Visit visit = scene.visit();
		Device owners = visit.from().device();
		Gadget own = Gadget.some(dice, "device-of-" + incident, false);
		Device device = switch (incident.id() % 3) {
			case 0 -> new Device(own.id(), owners.agent(), own.with(0).fingerprint());
			case 1 -> owners;
			default -> own.with(0);
		};
		Place place = switch (incident.attack()) {
			case THEFT_HOSTING -> Internet.hosted(dice);
			case THEFT_NEIGHBOUR -> Internet.neighbour(dice, scene.person().home);
			default -> Internet.line(dice,
					dice.chance(0.5) ? scene.person().country : Internet.abroad(dice, scene.person().country.code()));
		};
		long start = visit.start() + (visit.end() - visit.start()) / 2;
		loot(new Script(scene.events(), visit.session().of(incident), new Surroundings(place, device), start, dice),
				scene.person(), 0.2);
	}

	/**
	 * Log in with somebody's password when he usually sleeps, from anywhere.
	 */
	void takeover(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Person person = scene.person();
		double hour = (person.hour() + 12 + 2 * dice.normal() + 24) % 24;
		Place place = dice.chance(0.4) ? Internet.hosted(dice) : dice.chance(0.3) ? Internet.vpn(dice)
				: Internet.line(dice, Internet.abroad(dice, person.country.code()));
		Device device = Gadget.some(dice, "device-of-" + incident, false).with(dice.below(3));
		enter(incident, scene, (long) (hour * Calendar.HOUR), new Surroundings(place, device), 0.25);
	}

	/**
	 * Log in with somebody's password, from a line like his and with a browser like his.
	 */
	void targeted(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Person person = scene.person();
		Gadget model = person.gadgets.get(0);
		Device alike = new Gadget("device-of-" + incident, model.browser(), model.platform(), model.phone())
			.with(this.calendar.releases(scene.day(), person.number));
		Device device = dice.chance(0.6) ? alike : new Device(alike.id(), alike.agent(), "t13d17other");
		double hour = (person.hour() + 2 * dice.normal() + 24) % 24;
		enter(incident, scene, (long) (hour * Calendar.HOUR),
				new Surroundings(Internet.neighbour(dice, person.home), device), 0.12);
	}

	private void enter(Incident incident, Scene scene, long sinceMidnight, Surroundings from, double greed) {
		long start = Calendar.start(scene.day()) + sinceMidnight;
		Session session = Session.login(scene.person().account, "x" + incident.id(), start, false).of(incident);
		loot(new Script(scene.events(), session, from, start, scene.dice()), scene.person(), greed);
	}

	/**
	 * Take what there is to take.
	 */
	private void loot(Script script, Person person, double greed) {
		Dice dice = script.dice();
		List<Endpoint> wanted = List.of(this.api.path("PUT", "/me"), this.api.path("POST", "/me/password"),
				this.api.path("POST", "/checkout"), this.api.of(Act.EXPORT, Thing.ORDER),
				this.api.of(Act.EXPORT, Thing.INVOICE), this.api.of(Act.READ, Thing.ACCOUNT),
				this.api.of(Act.DOWNLOAD, Thing.DOCUMENT), this.api.of(Act.LIST, Thing.INVOICE));
		int count = dice.between(20, 60);
		for (int i = 0; i < count; i++) {
			Endpoint endpoint = dice.chance(greed) ? dice.pick(wanted)
					: person.favourites.get(dice.first(person.favourites.size()));
			int[] ids = this.habits.objects(endpoint, person, dice);
			if (!endpoint.namesObject() || ids.length > 0) {
				script.step(endpoint, ids, true);
			}
			script.pause(9, 0.9);
		}
	}

}
