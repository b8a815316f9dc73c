package io.zerotrust.spring.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which handlers ran: what a controller did counts, not what the answer says of it.
 */
public final class Ran {

	private static final List<String> NAMES = new CopyOnWriteArrayList<>();

	private Ran() {
	}

	/**
	 * Record a handler, and answer with its name.
	 */
	public static String record(String name) {
		NAMES.add(name);
		return name;
	}

	/**
	 * Return the handlers that ran since the last call.
	 */
	public static List<String> take() {
		List<String> names = new ArrayList<>(NAMES);
		NAMES.clear();
		return names;
	}

}
