package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose the objects are. Ids are given in the order objects are made, whoever makes them.
 */
final class Estate {

	static final int PRODUCTS = 5000;

	private static final int[] NONE = {};

	/**
	 * How many objects people have at the start, by kind.
	 */
	private static final int[] USUAL = { 25, 20, 12, 3, 2, 0 };

	/**
	 * By kind.
	 */
	private final List<List<Integer>> owners = new ArrayList<>();

	/**
	 * By owner and kind.
	 */
	private final List<List<List<Integer>>> own = new ArrayList<>();

	Estate(int people, Dice dice) {
		for (int person = 0; person < people; person++) {
			this.own.add(new ArrayList<>());
		}
		for (Thing thing : Thing.values()) {
			this.owners.add(new ArrayList<>());
			List<Integer> drawn = new ArrayList<>();
			for (int person = 0; person < people; person++) {
				this.own.get(person).add(new ArrayList<>());
				int count = (thing == Thing.PRODUCT) ? 0 : (int) dice.around(USUAL[thing.ordinal()], 0.6);
				for (int i = 0; i < count; i++) {
					drawn.add(person);
				}
			}
			dice.shuffle(drawn);
			drawn.forEach((person) -> create(person, thing));
		}
	}

	int create(int person, Thing thing) {
		List<Integer> all = this.owners.get(thing.ordinal());
		all.add(person);
		this.own.get(person).get(thing.ordinal()).add(all.size() - 1);
		return all.size() - 1;
	}

	int count(Thing thing) {
		return (thing == Thing.PRODUCT) ? PRODUCTS : this.owners.get(thing.ordinal()).size();
	}

	/**
	 * Return one of somebody's objects, a recent one rather than an old one.
	 */
	int[] own(int person, Thing thing, Dice dice) {
		List<Integer> own = this.own.get(person).get(thing.ordinal());
		return own.isEmpty() ? NONE : one(own.get(own.size() - 1 - dice.first(own.size())));
	}

	/**
	 * Return the latest of somebody's objects.
	 */
	int[] own(int person, Thing thing, int most) {
		List<Integer> own = this.own.get(person).get(thing.ordinal());
		int count = Math.min(most, own.size());
		int[] ids = new int[count];
		for (int i = 0; i < count; i++) {
			ids[i] = own.get(own.size() - 1 - i);
		}
		return ids;
	}

	/**
	 * Return anybody's object.
	 */
	int[] any(Thing thing, Dice dice) {
		return one(dice.below(count(thing)));
	}

	/**
	 * Return an object of somebody else.
	 */
	int[] foreign(int person, Thing thing, Dice dice) {
		int[] ids = any(thing, dice);
		while (isOf(person, thing, ids[0])) {
			ids = any(thing, dice);
		}
		return ids;
	}

	boolean isOf(int person, Thing thing, int id) {
		List<Integer> all = this.owners.get(thing.ordinal());
		return id < all.size() && all.get(id) == person;
	}

	static int[] none() {
		return NONE;
	}

	static int[] one(int id) {
		return new int[] { id };
	}

}
