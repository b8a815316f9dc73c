package io.zerotrust.risk.learned;

/**
 * What is counted of how much somebody does.
 */
enum Measure {

	REQUESTS_MINUTE("requests-minute", "requests in a minute"),

	REQUESTS_HOUR("requests-hour", "requests in an hour"),

	BYTES_HOUR("bytes-hour", "KB in an hour"),

	OBJECTS_HOUR("objects-hour", "objects in an hour"),

	OBJECTS_DAY("objects-day", "objects in a day");

	static final Measure[] ALL = values();

	private final String signal;

	private final String words;

	Measure(String signal, String words) {
		this.signal = signal;
		this.words = words;
	}

	String signal() {
		return this.signal;
	}

	String words() {
		return this.words;
	}

}
