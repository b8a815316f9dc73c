package io.zerotrust.samples.gateway;

import io.zerotrust.samples.client.Call;

/**
 * One request of the tour.
 *
 * @param title what is tried
 * @param way which way the request takes
 * @param call the request
 * @param why what comes of it
 */
record Stop(String title, Way way, Call call, String why) {

	static Stop through(String title, Call call, String why) {
		return new Stop(title, Way.GATEWAY, call, why);
	}

	static Stop around(String title, Call call, String why) {
		return new Stop(title, Way.BYPASS, call, why);
	}

}
