package io.zerotrust.spring.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which handlers ran: what a controller did counts, not what the answer says of it.
 */
final class Ran {

	private static final List<String> NAMES = new CopyOnWriteArrayList<>();

	private Ran() {
	}

	/**
	 * Record a handler, and answer with its name.
	 */
	static String record(String name) {
		NAMES.add(name);
		return name;
	}

	/**
	 * Return the handlers that ran since the last call.
	 */
	static List<String> take() {
		List<String> names = new ArrayList<>(NAMES);
		NAMES.clear();
		return names;
	}

}
