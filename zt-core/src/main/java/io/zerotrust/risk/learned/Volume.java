package io.zerotrust.risk.learned;

/**
 * The places in a profile for how much somebody does: what was counted in the current
 * minute, hour and day, and the peaks of former days.
 */
final class Volume {

	private static final int MINUTE = 0;

	private static final int IN_MINUTE = 1;

	private static final int HOUR = 2;

	private static final int IN_HOUR = 3;

	private static final int BYTES = 4;

	private static final int DAY = 5;

	private static final int DAYS = 6;

	private static final int CLOSED = 7;

	private static final int OWN = 8;

	private static final double KILO = 1024;

	private final int at;

	private final DailyPeak[] peaks = new DailyPeak[Measure.ALL.length];

	private final DistinctObjects hour;

	private final DistinctObjects day;

	/**
	 * Describe the places.
	 * @param at the first of their words
	 */
	Volume(int at) {
		this.at = at;
		int next = at + OWN;
		for (int i = 0; i < this.peaks.length; i++) {
			this.peaks[i] = new DailyPeak(next);
			next = this.peaks[i].end();
		}
		this.hour = new DistinctObjects(next, 8);
		this.day = new DistinctObjects(this.hour.end(), 16);
	}

	int end() {
		return this.day.end();
	}

	DailyPeak peak(Measure measure) {
		return this.peaks[measure.ordinal()];
	}

	/**
	 * Return on how many days the peaks rest.
	 */
	int days(int[] words) {
		return words[this.at + DAYS];
	}

	/**
	 * Return how much there will be with a request.
	 */
	double count(int[] words, Measure measure, Sample sample) {
		int now = sample.time();
		boolean sameHour = words[this.at + HOUR] == now / Decay.HOUR;
		return switch (measure) {
			case REQUESTS_MINUTE ->
				1 + (words[this.at + MINUTE] == now / Decay.MINUTE ? words[this.at + IN_MINUTE] : 0);
			case REQUESTS_HOUR -> 1 + (sameHour ? words[this.at + IN_HOUR] : 0);
			case BYTES_HOUR -> sameHour ? Words.number(words, this.at + BYTES) : 0;
			case OBJECTS_HOUR -> sameHour ? this.hour.countWith(words, sample.objects()) : sample.objects().length;
			case OBJECTS_DAY -> (words[this.at + DAY] == now / Decay.DAY) ? this.day.countWith(words, sample.objects())
					: sample.objects().length;
		};
	}

	/**
	 * Go on to the minute, hour and day of a request.
	 * @param group takes in the peaks of a day that is over
	 */
	void advance(int[] words, int now, PeerGroup group) {
		if (now / Decay.MINUTE > words[this.at + MINUTE]) {
			words[this.at + MINUTE] = now / Decay.MINUTE;
			words[this.at + IN_MINUTE] = 0;
		}
		if (now / Decay.HOUR > words[this.at + HOUR]) {
			words[this.at + HOUR] = now / Decay.HOUR;
			words[this.at + IN_HOUR] = 0;
			words[this.at + BYTES] = 0;
			this.hour.clear(words);
		}
		int today = now / Decay.DAY;
		if (today > words[this.at + DAY]) {
			close(words, today, group);
			words[this.at + DAY] = today;
			this.day.clear(words);
		}
	}

	private void close(int[] words, int today, PeerGroup group) {
		int day = words[this.at + DAY];
		if (day == 0) {
			return;
		}
		int days = words[this.at + DAYS];
		int last = words[this.at + CLOSED];
		int elapsed = (last == 0) ? 1 : day - last;
		for (Measure measure : Measure.ALL) {
			DailyPeak peak = peak(measure);
			double before = peak.mean(words);
			double own = peak.close(words, days, elapsed);
			group.close(measure, own, own - before, days > 0);
		}
		words[this.at + DAYS] = days + 1;
		words[this.at + CLOSED] = day;
	}

	/**
	 * Whether an object was touched that day, or one that looks the same.
	 */
	boolean touchedToday(int[] words, Touch object) {
		return !this.day.isNew(words, object.hash());
	}

	/**
	 * Count a request that was permitted.
	 */
	void count(int[] words) {
		words[this.at + IN_MINUTE]++;
		words[this.at + IN_HOUR]++;
	}

	/**
	 * Count objects.
	 */
	void touch(int[] words, Touch[] objects) {
		for (Touch object : objects) {
			this.hour.add(words, object.hash());
			this.day.add(words, object.hash());
		}
	}

	/**
	 * Count what was sent.
	 */
	void send(int[] words, long bytes) {
		Words.number(words, this.at + BYTES, Words.number(words, this.at + BYTES) + bytes / KILO);
	}

	/**
	 * Take in the peaks.
	 * @param own whether they are the principal's own, and may be learned
	 * @param capped whether no more than a little over the usual may
	 */
	void end(int[] words, boolean own, boolean capped) {
		peak(Measure.REQUESTS_MINUTE).see(words, words[this.at + IN_MINUTE], own, capped);
		peak(Measure.REQUESTS_HOUR).see(words, words[this.at + IN_HOUR], own, capped);
		peak(Measure.BYTES_HOUR).see(words, Words.number(words, this.at + BYTES), own, capped);
		peak(Measure.OBJECTS_HOUR).see(words, this.hour.count(words), own, capped);
		peak(Measure.OBJECTS_DAY).see(words, this.day.count(words), own, capped);
	}

}
