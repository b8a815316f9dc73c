package io.zerotrust.risk.replay;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

import io.zerotrust.risk.replay.world.Event;

/**
 * What is put off.
 */
final class Agenda {

	private final Queue<Entry> entries = new PriorityQueue<>(
			Comparator.<Entry>comparingLong((entry) -> entry.event().time()).thenComparingLong(Entry::number));

	private long count;

	void add(Event event, int tries) {
		this.entries.add(new Entry(event, tries, this.count++));
	}

	/**
	 * Hand out what is due, in the order of time.
	 */
	void until(long time, Taker taker) {
		for (Entry next = this.entries.peek(); next != null
				&& next.event().time() <= time; next = this.entries.peek()) {
			this.entries.remove();
			taker.take(next.event(), next.tries());
		}
	}

	/**
	 * Takes what is due.
	 */
	@FunctionalInterface
	interface Taker {

		void take(Event event, int tries);

	}

	private record Entry(Event event, int tries, long number) {

	}

}
