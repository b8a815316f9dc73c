package io.zerotrust.risk.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers for a day after a quarantine that there was one. Where there are too many the
 * eldest is forgotten, which shortens a next one and lets nobody out. For one thread.
 */
final class Repeats {

	private static final Duration LATELY = Duration.ofDays(1);

	private final Map<QuarantineKey, Repeat> repeats;

	Repeats(int most) {
		this.repeats = new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<QuarantineKey, Repeat> eldest) {
				return size() > most;
			}

		};
	}

	/**
	 * Return how many there were, of which each began within a day after the one before.
	 */
	int before(QuarantineKey key, Instant now) {
		Repeat repeat = this.repeats.get(key);
		return (repeat != null && now.isBefore(repeat.end().plus(LATELY))) ? repeat.count() : 0;
	}

	void note(QuarantineKey key, int count, Instant end) {
		this.repeats.remove(key);
		this.repeats.put(key, new Repeat(count, end));
	}

	void forget(QuarantineKey key) {
		this.repeats.remove(key);
	}

	private record Repeat(int count, Instant end) {
	}

}
