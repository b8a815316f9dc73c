package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with habits. They change from day to day.
 */
final class Person {

	final int number;

	final Account account;

	final Manner manner;

	/**
	 * The endpoints used most, the most used first.
	 */
	final List<Endpoint> favourites;

	/**
	 * Of whom somebody sees the objects too.
	 */
	final List<Integer> partners = new ArrayList<>();

	final List<Gadget> gadgets = new ArrayList<>();

	Country country;

	Place home;

	int carrier;

	/**
	 * Where he is while he travels.
	 */
	@Nullable Place hotel;

	int back;

	/**
	 * From which day on what he does is part of an attack, or follows from one.
	 */
	int taintedFrom = Integer.MAX_VALUE;

	Person(int number, Account account, Manner manner, List<Endpoint> favourites, Dice dice) {
		this.number = number;
		this.account = account;
		this.manner = manner;
		this.favourites = favourites;
		this.country = Internet.home(dice);
		this.home = Internet.line(dice, this.country);
		this.carrier = Internet.carrier(dice, this.country);
		addGadget(dice, manner.mobile());
		if (dice.chance(0.4)) {
			addGadget(dice, !manner.mobile());
		}
	}

	void addGadget(Dice dice, boolean phone) {
		this.gadgets.add(Gadget.some(dice, "device-" + this.number + "-" + this.gadgets.size(), phone));
	}

	/**
	 * Move to another country for good.
	 */
	void move(Dice dice) {
		this.country = Internet.abroad(dice, this.country.code());
		this.home = Internet.line(dice, this.country);
		this.carrier = Internet.carrier(dice, this.country);
	}

	void travel(Dice dice, int back) {
		this.hotel = Internet.line(dice, Internet.abroad(dice, this.country.code()));
		this.back = back;
	}

	Role role() {
		return this.account.role();
	}

	/**
	 * Return the hour of UTC around which he is about.
	 */
	int hour() {
		return Math.floorMod(this.manner.hour() - this.country.zone(), 24);
	}

}
