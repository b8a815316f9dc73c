package io.zerotrust.risk.learned;

import java.time.Duration;

import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskScore.Pace;
import io.zerotrust.risk.RiskTally;

/**
 * How unusual it is how much a principal does: the surprise of the current count as the
 * peak of a day, whose logarithm follows Gumbel's distribution.
 */
final class VolumeScore {

	/**
	 * How long somebody is slowed down, in seconds.
	 */
	static final int SLOWED = 15 * Decay.MINUTE;

	private static final double EULER = 0.577;

	private static final double SCALE = 0.78;

	/**
	 * A day that only one of twelve exceeds costs nothing.
	 */
	private static final double FREE = 2.5;

	private static final double MOST = 7;

	private static final double OTHERS = 0.4;

	private static final double MOST_IN_ALL = 9;

	private static final double MOST_FOR_SERVICES = 5.5;

	private static final double PEER_DAYS = 4;

	private static final double FEWEST_PEER_DAYS = 0.25;

	private static final double LEAST_VARIANCE = 0.1;

	/**
	 * Nobody can make himself so unsteady that everything is usual.
	 */
	private static final double MOST_VARIANCE = 0.2;

	private static final int NEW = 8;

	private static final int FEWEST_DAYS = 3;

	private static final double PEERS = 0.7;

	private static final int TREND_DAYS = 14;

	private static final double MOST_TREND = 4;

	/**
	 * From this risk on how much is done is not the principal's own; lower than that from
	 * which on somebody is slowed down.
	 */
	private static final double FAR_OVER = 0.30;

	private static final Measure[] KINDS = { Measure.REQUESTS_HOUR, Measure.BYTES_HOUR, Measure.OBJECTS_HOUR };

	private static final double ALLOWED = 1.3;

	private static final int LEAST_ALLOWED = 3;

	/**
	 * Outweighs what rounding adds.
	 */
	private static final double NEARLY = 1 - 1e-9;

	private final Crowd crowd;

	VolumeScore(Crowd crowd) {
		this.crowd = crowd;
	}

	void addTo(RiskTally tally, int[] words, Sample sample) {
		Measure lead = Measure.REQUESTS_HOUR;
		double most = 0;
		for (Measure measure : Measure.ALL) {
			double nats = nats(words, measure, sample);
			lead = (nats > most) ? measure : lead;
			most = Math.max(most, nats);
		}
		double trend = (Layout.VOLUME.days(words) < TREND_DAYS) ? 0 : trend(words);
		if (most > 0) {
			double cap = sample.isService() ? MOST_FOR_SERVICES : MOST_IN_ALL;
			double given = Math.min(cap, most);
			add(tally, words, lead, given, sample);
			for (Measure measure : Measure.ALL) {
				double nats = (measure == lead) ? 0 : Math.min(cap - given, OTHERS * nats(words, measure, sample));
				if (nats > 0) {
					given += nats;
					add(tally, words, measure, nats, sample);
				}
			}
		}
		if (trend > 0) {
			tally.add(EvidenceGroup.VOLUME, "trend",
					new Assessment(Math.min(MOST_TREND, trend), "more and more for weeks"));
		}
		if (isSlowed(words, sample.time())) {
			if (isUsedUp(words, sample)) {
				tally.pace(new Pace(true, Duration.ofSeconds(words[Layout.SLOWED] - sample.time())));
			}
		}
		else if ((most > 0 || trend > 0) && !goesOn(words, sample.time(), most)) {
			tally.pace(new Pace(false, Duration.ofSeconds(SLOWED)));
		}
	}

	private void add(RiskTally tally, int[] words, Measure measure, double nats, Sample sample) {
		long count = Math.round(Layout.VOLUME.count(words, measure, sample));
		long usual = Math.round(StrictMath.expm1(mean(words, measure, sample)));
		tally.add(EvidenceGroup.VOLUME, measure.signal(),
				new Assessment(nats, count + " " + measure.words() + ", usually up to " + usual));
	}

	/**
	 * Return the measure that is most unusual.
	 */
	Measure lead(int[] words, Sample sample) {
		Measure lead = Measure.REQUESTS_HOUR;
		double most = 0;
		for (Measure measure : Measure.ALL) {
			double nats = nats(words, measure, sample);
			lead = (nats > most) ? measure : lead;
			most = Math.max(most, nats);
		}
		return lead;
	}

	private double nats(int[] words, Measure measure, Sample sample) {
		int days = Layout.VOLUME.days(words);
		PeerGroup group = this.crowd.group(sample);
		boolean peers = group.isKnown(measure);
		if (days < FEWEST_DAYS && !peers) {
			return 0;
		}
		double count = Layout.VOLUME.count(words, measure, sample);
		if (days >= FEWEST_DAYS && isUsual(count, Layout.VOLUME.peak(measure).mean(words))) {
			return 0;
		}
		double mean = mean(words, measure, sample);
		double strength = strength(group, measure);
		double own = Math.min(MOST_VARIANCE, Layout.VOLUME.peak(measure).variance(words));
		double variance = Math.max(LEAST_VARIANCE, (days * own + strength * group.within(measure)) / (days + strength))
				+ Math.max(0, group.variance(measure) - group.within(measure)) * strength / (days + strength)
				+ ((days < NEW) ? LEAST_VARIANCE : 0) + 1 / (1 + StrictMath.exp(mean));
		double nats = surprise(count, mean, variance);
		boolean rises = days >= TREND_DAYS && Layout.VOLUME.peak(measure).trend(words) > 0;
		if (peers && rises) {
			nats = Math.max(nats, PEERS * surprise(count, group.mean(measure),
					Math.max(LEAST_VARIANCE, group.variance(measure)) + 1 / (1 + StrictMath.exp(mean))));
		}
		return Math.max(0, Math.min(MOST, nats));
	}

	/**
	 * Whether there is no more than on most days. The first terms of the series are less
	 * than the exponential, and mostly enough.
	 */
	private static boolean isUsual(double count, double mean) {
		if (mean > 0 && count < mean * (1 + mean / 2 * (1 + mean / 3 * (1 + mean / 4 * (1 + mean / 5)))) * NEARLY) {
			return true;
		}
		return count <= StrictMath.expm1(mean);
	}

	private static double surprise(double count, double mean, double variance) {
		double beta = SCALE * StrictMath.sqrt(variance);
		return (StrictMath.log1p(count) - mean + EULER * beta) / beta - FREE;
	}

	/**
	 * Return the mean of the logarithm of the daily peaks, leaning on that of its peers.
	 */
	private double mean(int[] words, Measure measure, Sample sample) {
		int days = Layout.VOLUME.days(words);
		PeerGroup group = this.crowd.group(sample);
		double strength = strength(group, measure);
		double own = Layout.VOLUME.peak(measure).mean(words);
		return (days + strength == 0) ? own : (days * own + strength * group.mean(measure)) / (days + strength);
	}

	/**
	 * Return for how many days of its own the peers stand: fewer where they differ among
	 * one another more than each from day to day.
	 */
	private static double strength(PeerGroup group, Measure measure) {
		if (!group.isKnown(measure)) {
			return 0;
		}
		double variance = Math.max(LEAST_VARIANCE, group.variance(measure));
		double within = Math.max(LEAST_VARIANCE, group.within(measure));
		return Math.max(FEWEST_PEER_DAYS, Math.min(PEER_DAYS, PEER_DAYS * within / variance));
	}

	private static double trend(int[] words) {
		double most = 0;
		for (Measure measure : Measure.ALL) {
			most = Math.max(most, Layout.VOLUME.peak(measure).trend(words));
		}
		return most;
	}

	/**
	 * Whether what came of a request is so unusual that it would not have been taken for
	 * the principal's own, had it been known before.
	 * @param touched what it has touched beside what its path names
	 */
	boolean isUnusual(int[] words, Sample sample, Touch[] touched) {
		if (Layout.VOLUME.days(words) == 0) {
			return false;
		}
		double most = nats(words, Measure.BYTES_HOUR, sample);
		if (touched.length > 0) {
			most = Math.max(most, nats(words, Measure.OBJECTS_HOUR, sample));
			most = Math.max(most, nats(words, Measure.OBJECTS_DAY, sample));
		}
		return isFarOver(most);
	}

	private static boolean isFarOver(double nats) {
		return RiskTally.risk(RiskTally.prior() + nats) >= FAR_OVER;
	}

	/**
	 * Whether somebody who was slowed down is still doing far too much, and goes on being
	 * slowed down: to refuse again would be no end for who waits as long as he is told.
	 */
	boolean goesOn(int[] words, Sample sample) {
		return wasSlowed(words, sample.time())
				&& goesOn(words, sample.time(), nats(words, lead(words, sample), sample));
	}

	private static boolean goesOn(int[] words, int now, double most) {
		return wasSlowed(words, now) && isFarOver(most);
	}

	private static boolean wasSlowed(int[] words, int now) {
		int until = words[Layout.SLOWED];
		return until != 0 && now >= until && now - until < Decay.HOUR;
	}

	static boolean isSlowed(int[] words, int now) {
		return now < words[Layout.SLOWED];
	}

	/**
	 * Whether who is slowed down has done what he may: by what he is slowed down for, or
	 * by anything else he does far too much of.
	 */
	private boolean isUsedUp(int[] words, Sample sample) {
		Measure by = kind(Measure.ALL[words[Layout.SLOWED_BY]]);
		for (int i = 0; i < KINDS.length; i++) {
			Measure kind = KINDS[i];
			double done = Words.number(words, Layout.SLOWED_DONE + i);
			if ((kind == by || isFarOver(nats(words, kind, sample))) && done >= allowed(words, kind, sample)) {
				return true;
			}
		}
		return false;
	}

	private static Measure kind(Measure measure) {
		return switch (measure) {
			case REQUESTS_MINUTE, REQUESTS_HOUR -> Measure.REQUESTS_HOUR;
			case BYTES_HOUR -> Measure.BYTES_HOUR;
			case OBJECTS_HOUR, OBJECTS_DAY -> Measure.OBJECTS_HOUR;
		};
	}

	/**
	 * Return how much may be done while somebody is slowed down, in a quarter of an hour.
	 */
	private double allowed(int[] words, Measure kind, Sample sample) {
		return Math.max(LEAST_ALLOWED, ALLOWED * StrictMath.expm1(mean(words, kind, sample)) * SLOWED / Decay.HOUR);
	}

	/**
	 * Begin to slow somebody down.
	 */
	void slow(int[] words, Sample sample) {
		if (!isSlowed(words, sample.time())) {
			words[Layout.SLOWED_BY] = lead(words, sample).ordinal();
			words[Layout.SLOWED] = sample.time() + SLOWED;
			for (int i = 0; i < KINDS.length; i++) {
				words[Layout.SLOWED_DONE + i] = 0;
			}
		}
	}

	/**
	 * Count what is done by who is slowed down.
	 */
	static void done(int[] words, int requests, int objects, double kilobytes, int now) {
		if (isSlowed(words, now)) {
			add(words, Layout.SLOWED_DONE, requests);
			add(words, Layout.SLOWED_DONE + 1, kilobytes);
			add(words, Layout.SLOWED_DONE + 2, objects);
		}
	}

	private static void add(int[] words, int at, double more) {
		Words.number(words, at, Words.number(words, at) + more);
	}

}
