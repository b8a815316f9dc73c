package io.zerotrust.risk.learned;

import java.util.Arrays;

import io.zerotrust.outcome.Outcome;
import io.zerotrust.risk.RiskTally;

/**
 * Takes into a profile what is attempted, and what came of it. Evidence always counts,
 * but not where the caller would be refused for the surroundings alone: what a thief does
 * is not held against the owner. Only what is the principal's own becomes familiar.
 */
final class Learning {

	private static final double AFTER_STEP_UP = 2;

	private static final int KEPT = 180;

	private static final double LEAST = RiskTally.risk(RiskTally.prior());

	private static final int SESSIONS_A_DAY = 4;

	private static final int CREATED = 201;

	private final Crowd crowd;

	private final Scoring scoring;

	private final Sessions sessions;

	private final Calibration calibration;

	Learning(Crowd crowd, Scoring scoring, Sessions sessions, Calibration calibration) {
		this.crowd = crowd;
		this.scoring = scoring;
		this.sessions = sessions;
		this.calibration = calibration;
	}

	/**
	 * Take in what was decided, before the handler runs.
	 */
	void attempted(int[] words, Sample sample, Lesson lesson) {
		int now = sample.time();
		age(words, sample);
		Layout.VOLUME.advance(words, now, this.crowd.group(sample));
		Session known = this.sessions.find(sample);
		Novelty novelty = this.scoring.novelty(words, known, sample);
		if (isStrange(novelty, sample, lesson) && !lesson.accepted()) {
			return;
		}
		double objects = Layout.OBJECTS.nats(words, sample, this.crowd);
		double sequence = Layout.SEQUENCE.nats(words, sample, this.crowd);
		double endpoint = this.scoring.endpoint(words, known, sample);
		Session session = (known != null) ? known : this.sessions.of(sample);
		session.beginAt(sample);
		if (isNewLogin(words, sample, lesson)) {
			session.anchor(sample);
		}
		session.interleave().see(sample.surroundings(), Drift.isFlap(words, session, sample), now);
		session.see(now);
		session.rule(lesson.refused(), sample.thresholds().stepUp() - lesson.risk(), now);
		if (session.isOver(now)) {
			session.begin(now);
		}
		Layout.OBJECTS.attempted(words, sample, objects, this.crowd);
		Layout.SEQUENCE.attempted(words, sample, sequence, lesson.permitted() && lesson.isOwn());
		if (sample.endpoint() != EndpointNumbers.NONE && !session.uses(sample.endpoint(), now)) {
			Layout.ENDPOINTS.tried(words, endpoint, now);
			session.use(sample.endpoint());
		}
		if (lesson.throttled() || this.scoring.volume().goesOn(words, sample)) {
			this.scoring.volume().slow(words, sample);
		}
		if (lesson.permitted()) {
			Layout.VOLUME.count(words);
			Layout.VOLUME.touch(words, sample.objects());
			VolumeScore.done(words, 1, sample.objects().length, 0, now);
		}
		words[Layout.SEEN] = Math.max(words[Layout.SEEN], now);
	}

	/**
	 * Whether the caller has just stepped up, with a login that has not counted yet.
	 */
	private static boolean isNewLogin(int[] words, Sample sample, Lesson lesson) {
		return lesson.steppedUp() && sample.authenticated() > words[Layout.LOGIN];
	}

	private static boolean isStrange(Novelty novelty, Sample sample, Lesson lesson) {
		if (lesson.steppedUp() || lesson.stranger()) {
			return !lesson.steppedUp();
		}
		// what adds nothing to the prior is mostly below any threshold
		return (novelty.sum() > 0 || sample.refused() <= LEAST)
				&& RiskTally.risk(RiskTally.prior() + novelty.sum()) >= sample.refused();
	}

	/**
	 * Take in what came of a request.
	 * @param touched what it has touched beside what its path names
	 */
	void ended(int[] words, Sample sample, Lesson lesson, Touch[] touched, Outcome outcome) {
		int now = sample.time();
		Session known = this.sessions.find(sample);
		boolean held = known != null && known.holds(sample);
		Novelty novelty = this.scoring.novelty(words, known, sample);
		boolean strange = isStrange(novelty, sample, lesson);
		double suspicion = outcome.suspicion();
		boolean teaches = lesson.teaches() && !strange && suspicion == 0;
		Session session = (known != null) ? known : this.sessions.of(sample);
		if (lesson.isScored()) {
			peak(words, session, sample, lesson);
		}
		boolean newLogin = isNewLogin(words, sample, lesson);
		if (teaches && !held) {
			trial(words, session, sample, lesson, novelty);
		}
		if (newLogin) {
			// whatever came of the request: who comes later with this login has stolen it
			Layout.FAILURES.halve(words);
			words[Layout.LOGIN] = sample.authenticated();
			words[Layout.LOGIN_FROM] = sample.surroundings().together();
		}
		if (strange && !lesson.accepted()) {
			return;
		}
		failures(words, sample, lesson, teaches);
		if (suspicion > 0) {
			Layout.REPORTS.add(words, suspicion, now);
		}
		if (lesson.permitted()) {
			Layout.OBJECTS.touched(words, sample, touched, this.crowd);
			Layout.VOLUME.touch(words, touched);
			Layout.VOLUME.send(words, outcome.bytes());
			Layout.VOLUME.end(words, teaches, teaches && this.scoring.volume().isUnusual(words, sample, touched));
			VolumeScore.done(words, 0, touched.length, outcome.bytes() / 1024.0, now);
		}
		if (teaches) {
			habits(words, sample, touched, outcome.status() == CREATED);
		}
	}

	private void habits(int[] words, Sample sample, Touch[] touched, boolean created) {
		Layout.OBJECTS.learn(words, sample, sample.objects(), created, this.crowd);
		Layout.OBJECTS.learnAtOnce(words, sample, touched, this.crowd);
		if (sample.endpoint() != EndpointNumbers.NONE && Layout.ENDPOINTS.learn(words, sample.endpoint(), sample.time())
				&& isEstablished(words)) {
			this.crowd.group(sample).uses(sample.endpoint());
		}
	}

	private void trial(int[] words, Session session, Sample sample, Lesson lesson, Novelty novelty) {
		boolean established = isEstablished(words);
		double weight = lesson.steppedUp() ? AFTER_STEP_UP : 1;
		session.trial(sample, lesson.steppedUp() ? novelty.steppedUp() : novelty);
		for (Facet facet : Facet.ALL) {
			FamiliarTable table = Layout.table(facet);
			int value = sample.surroundings().value(facet);
			if (value != Sample.ABSENT || !table.isEmpty(words)) {
				boolean first = novelty.isUnseen(facet);
				int forgotten = table.learn(words, value, sample.surroundings().former(facet), weight);
				if (established && first) {
					this.crowd.vouch(facet, value);
					this.crowd.forget(facet, forgotten);
				}
			}
		}
		Layout.PLACE.learn(words, sample.surroundings(), sample.time());
		words[Layout.TRIALS]++;
		hour(words, sample);
		if (sample.day() > words[Layout.DAY]) {
			words[Layout.DAY] = sample.day();
			words[Layout.DAYS]++;
			if (isEstablished(words) && !established) {
				this.crowd.join(words, sample);
			}
		}
	}

	/**
	 * Learn an hour, once however many trials it has.
	 */
	private void hour(int[] words, Sample sample) {
		int hour = sample.time() / Decay.HOUR;
		if (hour > words[Layout.HOUR]) {
			words[Layout.HOUR] = hour;
			Layout.HOURS.learn(words, Hours.of(sample.time()));
			if (isEstablished(words)) {
				this.crowd.group(sample).sees(Hours.of(sample.time()));
			}
		}
	}

	/**
	 * Whether a principal has been there long enough to vouch for others. Trials can be
	 * had in a second, days cannot.
	 */
	static boolean isEstablished(int[] words) {
		return words[Layout.DAYS] >= 3;
	}

	private void failures(int[] words, Sample sample, Lesson lesson, boolean teaches) {
		int now = sample.time();
		boolean known = sample.endpoint() != EndpointNumbers.NONE;
		boolean failed = lesson.failure() != 0;
		if (!failed && !lesson.success()) {
			return;
		}
		boolean impartial = known && isEstablished(words) && Layout.FAILURES.isImpartial(words, failed, now);
		if (failed) {
			double rate = known ? this.crowd.rates().rate(sample.endpoint(), now) : EndpointRates.USUAL;
			Layout.FAILURES.failed(words, lesson.failure(), sample.endpoint(), rate, lesson.isOwn(), now);
			if (lesson.failure() == 403 || lesson.failure() == 404) {
				Layout.OBJECTS.failed(words, sample, this.crowd);
			}
		}
		else {
			Layout.FAILURES.succeeded(words, teaches, now);
		}
		if (impartial) {
			this.crowd.rates().count(sample.endpoint(), failed, now);
		}
	}

	/**
	 * Count a session of a day for calibration, by its highest distance from the
	 * threshold.
	 */
	private void peak(int[] words, Session session, Sample sample, Lesson lesson) {
		double distance = RiskTally.nats(lesson.risk()) - RiskTally.nats(sample.thresholds().stepUp());
		double before = session.peak(distance, sample.day());
		if (before == Double.NEGATIVE_INFINITY && !countsToday(words, sample.day())) {
			session.discount();
		}
		if (session.isCounted() && distance > before) {
			this.calibration.count(sample.kind(), before, distance, sample.day());
		}
	}

	/**
	 * Whether one more session of a day counts: nobody has a larger say for having many.
	 */
	private static boolean countsToday(int[] words, int day) {
		if (words[Layout.COUNTED_DAY] != day) {
			words[Layout.COUNTED_DAY] = day;
			words[Layout.COUNTED] = 0;
		}
		return words[Layout.COUNTED]++ < SESSIONS_A_DAY;
	}

	/**
	 * Let fade what is remembered, and forget all of it after half a year.
	 */
	private void age(int[] words, Sample sample) {
		int days = sample.day() - words[Layout.AGED];
		// a clock that ran ahead leaves counts that never end and evidence that never
		// fades
		boolean ahead = days < -1;
		if (ahead || (words[Layout.SEEN] != 0 && sample.time() - words[Layout.SEEN] > KEPT * Decay.DAY)) {
			Arrays.fill(words, 0);
		}
		else if (days > 0 && words[Layout.AGED] != 0) {
			boolean established = isEstablished(words);
			double left = FamiliarTable.left(days);
			for (Facet facet : Facet.ALL) {
				Layout.table(facet).age(words, left, (forgotten) -> {
					if (established) {
						this.crowd.forget(facet, forgotten);
					}
				});
			}
			Layout.HOURS.age(words, Hours.left(days));
		}
		words[Layout.AGED] = Math.max(words[Layout.AGED], sample.day());
	}

}
