package io.zerotrust.risk.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts challenges that users went on after without stepping up. A page that sends ten
 * requests at once has ignored nothing, nor has who comes back after half an hour. Where
 * there are too many to count the eldest is forgotten; its requests are challenged all
 * the same.
 */
final class IgnoredChallenges {

	private static final Duration APART = Duration.ofSeconds(60);

	private static final Duration EPISODE = Duration.ofMinutes(30);

	/**
	 * The first is not ignored yet, and to ignore one may be an accident.
	 */
	private static final int ENOUGH = 3;

	private final Map<QuarantineKey, Count> counts;

	private volatile boolean empty = true;

	IgnoredChallenges(int most) {
		this.counts = new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<QuarantineKey, Count> eldest) {
				return size() > most;
			}

		};
	}

	/**
	 * Count a challenge.
	 * @return {@code true} if this is the one too many; the count begins anew then
	 */
	synchronized boolean count(QuarantineKey key, Instant now) {
		Count before = this.counts.get(key);
		Duration since = (before != null) ? Duration.between(before.last(), now) : EPISODE;
		if (since.compareTo(APART) < 0) {
			return false;
		}
		this.counts.remove(key);
		removeOver(now);
		int challenges = (before != null && since.compareTo(EPISODE) < 0) ? before.challenges() + 1 : 1;
		if (challenges == ENOUGH) {
			return true;
		}
		this.counts.put(key, new Count(challenges, now));
		this.empty = false;
		return false;
	}

	/**
	 * Remember nobody longer than is of use; the eldest are in front.
	 */
	private void removeOver(Instant now) {
		Iterator<Count> eldest = this.counts.values().iterator();
		while (eldest.hasNext() && Duration.between(eldest.next().last(), now).compareTo(EPISODE) >= 0) {
			eldest.remove();
		}
	}

	synchronized void forget(QuarantineKey key) {
		this.counts.remove(key);
		this.empty = this.counts.isEmpty();
	}

	/**
	 * Whether nobody is counted. Waits for nobody.
	 */
	boolean isEmpty() {
		return this.empty;
	}

	private record Count(int challenges, Instant last) {
	}

}
