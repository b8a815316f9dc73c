package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * Attacks by somebody with an account of his own who wants what is not his.
 */
final class ObjectAttacks {

	private static final List<Thing> WANTED = List.of(Thing.ORDER, Thing.INVOICE, Thing.DOCUMENT);

	private final Api api;

	private final Habits habits;

	private final Estate estate;

	ObjectAttacks(Api api, Habits habits, Estate estate) {
		this.api = api;
		this.habits = habits;
		this.estate = estate;
	}

	private static Script script(Incident incident, Scene scene) {
		Visit visit = scene.visit();
		return new Script(scene.events(), visit.session().of(incident), visit.from(), visit.end() + 20_000,
				scene.dice());
	}

	/**
	 * Count up from an id.
	 */
	void sequential(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Script script = script(incident, scene);
		Thing thing = WANTED.get(incident.id() % WANTED.size());
		Endpoint endpoint = this.api.of(dice.chance(0.7) ? Act.READ : Act.DOWNLOAD, thing);
		int count = dice.between(150, 400);
		int id = dice.below(Math.max(1, this.estate.count(thing) - count));
		for (int i = 0; i < count; i++) {
			script.step(endpoint, Estate.one(id + i), dice.chance(0.04) ? 404 : 200, true);
			script.pause(2, 0.5);
		}
	}

	/**
	 * Take ids at random, one from time to time, for days.
	 */
	void slow(Incident incident, Scene scene, int most) {
		Dice dice = scene.dice();
		Script script = script(incident, scene);
		Thing thing = WANTED.get(incident.id() % WANTED.size());
		for (int i = 0; i < most; i++) {
			foreign(script, scene.person(), thing);
			for (int own = dice.below(4); own > 0; own--) {
				this.habits.act(script, scene.person(), scene.day());
				script.pause(12, 0.9);
			}
		}
	}

	private void foreign(Script script, Person person, Thing thing) {
		Dice dice = script.dice();
		boolean missing = dice.chance(0.15);
		int[] ids = missing ? Estate.one(this.estate.count(thing) + dice.below(100_000))
				: this.estate.foreign(person.number, thing, dice);
		script.step(this.api.of(Act.READ, thing), ids, missing ? 404 : 200, true);
		script.pause(45, 0.9);
	}

	/**
	 * Fetch all products.
	 */
	void scrape(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Script script = script(incident, scene);
		Endpoint read = this.api.of(Act.READ, Thing.PRODUCT);
		int count = dice.between(1200, 2200);
		int first = dice.below(Estate.PRODUCTS);
		for (int i = 0; i < count; i++) {
			script.step(read, Estate.one((int) ((first + i * 1237L) % Estate.PRODUCTS)), true);
			script.pause(5, 0.5);
		}
	}

	/**
	 * Look what is there: endpoints that do not exist, are for others, or refuse.
	 */
	void probe(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Script script = script(incident, scene);
		int count = dice.between(40, 70);
		for (int i = 0; i < count; i++) {
			double drawn = dice.uniform();
			Endpoint endpoint = (drawn < 0.35) ? this.api.nothing()
					: dice.pick((drawn < 0.55) ? this.api.of(Act.ADMINISTER) : this.api.all());
			Thing thing = endpoint.thing();
			int[] ids = (thing != null && endpoint.namesObject()) ? this.estate.any(thing, dice) : Estate.none();
			int status = (endpoint == this.api.nothing()) ? 404 : dice.chance(0.6) ? dice.chance(0.5) ? 403 : 404 : 200;
			script.step(endpoint, ids, status, true);
			script.pause(50, 0.7);
			if (dice.chance(0.3)) {
				this.habits.act(script, scene.person(), scene.day());
				script.pause(12, 0.9);
			}
		}
	}

	/**
	 * Take along what one's work gives access to.
	 */
	void export(Incident incident, Scene scene) {
		Dice dice = scene.dice();
		Script script = script(incident, scene);
		Thing thing = WANTED.get(incident.id() % WANTED.size());
		int count = dice.between(150, 400);
		for (int i = 0; i < count; i++) {
			Endpoint download = this.api.of(Act.DOWNLOAD, thing);
			int[] ids = this.habits.objects(download, scene.person(), dice);
			script.write(download, ids, 200, (int) dice.around(250_000, 0.6), true);
			script.pause(9, 0.6);
		}
	}

}
