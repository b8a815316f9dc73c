package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A service that calls the API.
 */
final class Service {

	private static final List<String> LIBRARIES = List.of("Java-http-client/17.0.9", "Go-http-client/2.0",
			"python-requests/2.32", "node-fetch/3.3", "Apache-HttpClient/5.3 (Java/17)");

	final int number;

	final Account account;

	final List<Endpoint> endpoints = new ArrayList<>();

	/**
	 * How many requests an hour it makes all day; 0 for one that runs at night.
	 */
	final double steady;

	/**
	 * How many requests it makes when its hour has come; 0 for one that has none.
	 */
	final double batch;

	final int hour;

	final Device device;

	final List<Place> pods = new ArrayList<>();

	int taintedFrom = Integer.MAX_VALUE;

	Service(int number, Api api, Dice dice) {
		this.number = number;
		this.account = Account.ofService(number);
		this.steady = (number % 3 == 0) ? 0 : dice.around(34, 0.4);
		this.batch = (number % 3 == 1) ? 0 : dice.around(400, 0.5);
		this.hour = dice.below(6);
		this.device = new Device(null, dice.pick(LIBRARIES), "t13d09service" + dice.below(4));
		List<Endpoint> known = new ArrayList<>(api.of(Act.INTERNAL));
		known.addAll(api.of(Act.READ));
		known.addAll(api.of(Act.LIST));
		known.addAll(api.of(Act.UPDATE));
		dice.shuffle(known);
		this.endpoints.addAll(known.subList(0, dice.between(2, 4)));
		reschedule(dice);
	}

	/**
	 * Give its pods other places.
	 */
	void reschedule(Dice dice) {
		this.pods.clear();
		for (int i = 0; i < 3; i++) {
			this.pods.add(Internet.cloud(dice.below(12), dice.between(1, 250)));
		}
	}

}
