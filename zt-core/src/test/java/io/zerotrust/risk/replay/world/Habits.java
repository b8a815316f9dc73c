package io.zerotrust.risk.replay.world;

import org.jspecify.annotations.Nullable;

/**
 * What people do when nobody attacks: which endpoint, which object, and what goes wrong.
 */
final class Habits {

	private static final double RARELY = 0.003;

	private final Api api;

	private final Estate estate;

	private final People people;

	private final Calendar calendar;

	Habits(Api api, Estate estate, People people, Calendar calendar) {
		this.api = api;
		this.estate = estate;
		this.people = people;
		this.calendar = calendar;
	}

	/**
	 * Do one of the things somebody usually does.
	 */
	void act(Script script, Person person, int day) {
		Dice dice = script.dice();
		boolean feature = this.calendar.isRolledOut(day) && dice.chance(0.02);
		Endpoint endpoint = feature ? this.api.feature()
				: dice.chance(RARELY) ? this.people.popular(person.role(), dice)
						: person.favourites.get(dice.first(person.favourites.size()));
		int[] ids = objects(endpoint, person, dice);
		if (endpoint.namesObject() && ids.length == 0) {
			return;
		}
		int status = status(script, endpoint, person, dice);
		if (status == 404 && endpoint.namesObject()) {
			ids = Estate.one(1_000_000 + dice.below(1_000_000));
		}
		if (status != 0) {
			again(script, endpoint, ids, status, person);
			return;
		}
		script.step(endpoint, (endpoint.act() == Act.CREATE) ? create(endpoint, person) : ids, false);
	}

	private int[] create(Endpoint endpoint, Person person) {
		Thing thing = endpoint.thing();
		return (thing != null) ? Estate.one(this.estate.create(person.number, thing)) : Estate.none();
	}

	/**
	 * What fails is tried again, by some clients in a hurry.
	 */
	private static void again(Script script, Endpoint endpoint, int[] ids, int status, Person person) {
		int tries = person.manner.flaky() ? script.dice().between(2, 6) : script.dice().chance(0.3) ? 2 : 1;
		for (int i = 0; i < tries; i++) {
			script.step(endpoint, ids, status, false);
			script.pause(2, 0.5);
		}
	}

	private int status(Script script, Endpoint endpoint, Person person, Dice dice) {
		if (this.calendar.isBroken(script.time(), endpoint)) {
			return 404;
		}
		double drawn = dice.uniform() / (person.manner.flaky() ? 6 : 1);
		return (drawn < 0.003) ? 404 : (drawn < 0.004) ? 403 : (drawn < 0.0045) ? 401 : (drawn < 0.0055) ? 500 : 0;
	}

	int[] objects(Endpoint endpoint, Person person, Dice dice) {
		Thing thing = endpoint.thing();
		if (thing != null && endpoint.act() == Act.EXPORT) {
			return this.estate.own(person.number, thing, 20);
		}
		return (thing != null && endpoint.namesObject()) ? object(thing, person, dice) : Estate.none();
	}

	private int[] object(Thing thing, Person person, Dice dice) {
		if (thing == Thing.PRODUCT) {
			return Estate.one(dice.first(Estate.PRODUCTS));
		}
		Integer partner = partner(person, dice);
		return switch (person.role()) {
			case SUPPORT, ADMIN -> this.estate.any(thing, dice);
			default -> this.estate.own((partner != null) ? partner : person.number, thing, dice);
		};
	}

	private static @Nullable Integer partner(Person person, Dice dice) {
		double share = (person.role() == Role.CUSTOMER) ? 0.1 : 0.7;
		return (!person.partners.isEmpty() && dice.chance(share)) ? dice.pick(person.partners) : null;
	}

}
