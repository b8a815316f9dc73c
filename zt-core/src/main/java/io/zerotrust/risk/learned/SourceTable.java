package io.zerotrust.risk.learned;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Evidence of rejected credentials by where they came from, as numbers. Of fixed size:
 * what has the most evidence stays.
 */
final class SourceTable {

	/**
	 * So much evidence adds nothing yet.
	 */
	static final double FREE = 3.5;

	private static final int TAG = 0;

	private static final int LAST = 1;

	private static final int COUNT = 2;

	private static final int WINDOW = 3;

	private static final int VOUCHED = 4;

	private static final Cusum EVIDENCE = new Cusum(VOUCHED + 2, Decay.hours(6), 11);

	private static final Share RATE = new Share(EVIDENCE.end());

	private static final int MIX = 0x9e3779b9;

	private static final double WEIGHT = 0.5;

	private static final int REFRACTORY = 20;

	private static final double AGAIN = 0.15;

	private static final double SHRUNK = 60;

	private final int[][] slots;

	/**
	 * Create the table, empty.
	 * @param size how many sources have room, a power of two
	 */
	SourceTable(int size) {
		this.slots = new int[size][RATE.end()];
	}

	/**
	 * Take in a rejected credential.
	 * @param times how often it counts
	 */
	void failed(int source, int times, int now) {
		int place = place(source);
		synchronized (this.slots[place]) {
			int[] slot = find(place, source);
			slot = (slot != null) ? slot : claim(place, source, now);
			double left = EVIDENCE.left(slot, now);
			double nats = Math.max(0, StrictMath.log(0.4 / rate(slot, now))) * WEIGHT * times;
			boolean again = left > 0 && Math.abs(now - slot[LAST]) < REFRACTORY;
			EVIDENCE.add(slot, again ? AGAIN * nats : nats, now);
			// what fails now and then all the time is usual there
			if (!again && EVIDENCE.left(slot, now) <= FREE) {
				RATE.count(slot, 1, 1, now);
			}
			slot[LAST] = Math.max(slot[LAST], now);
			slot[COUNT] = ((left > 0) ? slot[COUNT] : 0) + 1;
		}
	}

	/**
	 * Take in that somebody who belongs there was served. Each of 64 who do counts once
	 * in 10 minutes: nobody washes a source with an account of his own.
	 */
	void vouched(int source, long principal, int now) {
		int place = place(source);
		synchronized (this.slots[place]) {
			int[] slot = find(place, source);
			if (slot == null) {
				return;
			}
			int window = (int) (now / EndpointRates.WINDOW);
			if (slot[WINDOW] != window) {
				slot[WINDOW] = window;
				slot[VOUCHED] = 0;
				slot[VOUCHED + 1] = 0;
			}
			int word = VOUCHED + (int) (principal >>> 5 & 1);
			int bit = 1 << (int) (principal & Integer.SIZE - 1);
			if ((slot[word] & bit) == 0) {
				slot[word] |= bit;
				EVIDENCE.add(slot, Math.max(-0.5, Math.min(0, StrictMath.log(0.6 / (1 - rate(slot, now))))), now);
				RATE.count(slot, 0, 1, now);
			}
		}
	}

	/**
	 * Return what is left of the evidence, in nats, without what is free.
	 */
	double left(int source, int now) {
		int place = place(source);
		synchronized (this.slots[place]) {
			int[] slot = find(place, source);
			return (slot != null) ? Math.max(0, EVIDENCE.left(slot, now) - FREE) : 0;
		}
	}

	int count(int source) {
		int place = place(source);
		synchronized (this.slots[place]) {
			int[] slot = find(place, source);
			return (slot != null) ? slot[COUNT] : 0;
		}
	}

	private static double rate(int[] slot, int now) {
		return RATE.expected(slot, EndpointRates.USUAL, SHRUNK, now);
	}

	/**
	 * Return the first of the two slots a source may have.
	 */
	private int place(int source) {
		int mixed = source * MIX;
		return (mixed ^ mixed >>> 15) & this.slots.length - 2;
	}

	private int @Nullable [] find(int place, int source) {
		int[] first = this.slots[place];
		int[] second = this.slots[place + 1];
		return (first[TAG] == source) ? first : (second[TAG] == source) ? second : null;
	}

	private int[] claim(int place, int source, int now) {
		int[] first = this.slots[place];
		int[] second = this.slots[place + 1];
		int[] slot = (EVIDENCE.left(first, now) <= EVIDENCE.left(second, now)) ? first : second;
		Arrays.fill(slot, 0);
		slot[TAG] = source;
		return slot;
	}

}
