package io.zerotrust.risk.learned;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskSource;
import io.zerotrust.risk.RiskTally;
import io.zerotrust.risk.baseline.BaselineSection;
import io.zerotrust.risk.baseline.BaselineSource;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.risk.baseline.Remembered;

/**
 * Learns how each principal usually asks, and tells how unlike that a request is. Nothing
 * is learned of a subject that is not proven, nor of a request that looks like somebody
 * else's. Everything is kept in memory, within bounds.
 *
 * @since 0.1.0
 */
public final class LearnedRisk implements RiskSource, OutcomeListener, BaselineSource, Remembered {

	private static final int KEPT_IN_TROUBLE = Decay.DAY;

	private static final int[] UNKNOWN = new int[Layout.SIZE];

	private final Arrivals arrivals = new Arrivals();

	private final Challenges challenges;

	private final Profiles profiles;

	private final Sessions sessions;

	private final Crowd crowd;

	private final Calibration calibration;

	private final Samples samples;

	private final SourceFailures sources;

	private final Scoring scoring;

	private final Learning learning;

	private final Trial trial;

	/**
	 * Create the memory, empty.
	 * @param challenges tells who has stepped up
	 * @param settings from which risk on something happens
	 * @param bounds how much is remembered
	 * @param keys what networks, devices and objects are hashed under
	 */
	public LearnedRisk(Challenges challenges, RiskSettings settings, LearningBounds bounds, PseudonymKeys keys) {
		this.challenges = challenges;
		this.profiles = new Profiles(bounds.principals());
		this.sessions = new Sessions(bounds.sessions());
		this.crowd = new Crowd(bounds.objects());
		this.calibration = new Calibration(bounds.challengeBudget() / 1000);
		this.samples = new Samples(new Pseudonyms(keys), settings);
		this.sources = new SourceFailures(this.crowd, this.samples.pseudonyms());
		this.scoring = new Scoring(this.crowd, bounds.networks());
		this.learning = new Learning(this.crowd, this.scoring, this.sessions, this.calibration);
		this.trial = new Trial(bounds.observeFor());
	}

	/**
	 * Whether too little is known yet to refuse anybody for it.
	 * @return {@code true} in the first days
	 */
	public boolean isOnTrial() {
		return !this.trial.isOver();
	}

	@Override
	public void collect(AccessRequest request, RiskTally tally) {
		if (request.subject().isAnonymous()) {
			return;
		}
		tally.shiftPrior(this.calibration.shift(request.subject().kind()));
		Sample sample = this.samples.of(request);
		Profile profile = this.profiles.find(sample.principal());
		int[] words = (profile != null) ? profile.words() : UNKNOWN;
		if (isLoginOfOthers(words, sample)) {
			tally.ignoreStepUp();
		}
		tally.add(EvidenceGroup.CONTEXT, "source-failures", this.sources.assessment(words, sample));
		this.scoring.score(words, this.sessions.find(sample), sample, tally);
	}

	/**
	 * Whether the login of a request has already proven somebody in other surroundings: a
	 * stolen token brings the login of its owner.
	 */
	private static boolean isLoginOfOthers(int[] words, Sample sample) {
		return sample.authenticated() != 0 && sample.authenticated() <= words[Layout.LOGIN]
				&& sample.surroundings().together() != words[Layout.LOGIN_FROM];
	}

	/**
	 * Take in a decision before the handler runs: who asks for much at once is known
	 * before the first answer is written.
	 * @param evaluation the decision
	 */
	public void attempted(Evaluation evaluation) {
		if (!isOurs(evaluation) || evaluation.request().context().repeated()) {
			return;
		}
		Sample sample = this.samples.of(evaluation.request());
		Profile profile = this.profiles.find(sample.principal());
		if (profile == null) {
			if (!this.arrivals.admits(sample.surroundings().network(), sample.time())) {
				return;
			}
			profile = this.profiles.of(sample.principal());
		}
		Profile found = profile;
		this.trial.see(sample.time(), this.profiles);
		profile.change((words) -> {
			Lesson lesson = Lesson.of(evaluation, unshifted(evaluation, sample), isSteppedUp(words, sample));
			this.learning.attempted(words, sample, lesson);
			subject(words, evaluation.request().subject());
			if (lesson.refused() || lesson.throttled()) {
				words[Layout.PINNED] = sample.time() + KEPT_IN_TROUBLE;
				this.profiles.pin(sample.principal(), found, sample.time());
			}
		});
	}

	@Override
	public void accept(Outcome outcome) {
		Evaluation evaluation = outcome.evaluation();
		if (!evaluation.proven()) {
			this.sources.failed(evaluation);
		}
		if (!isOurs(evaluation)) {
			return;
		}
		Sample sample = this.samples.of(evaluation.request());
		Profile profile = this.profiles.find(sample.principal());
		if (profile == null) {
			return;
		}
		Touch[] touched = (outcome.objects().size() > sample.objects().length) ? beside(outcome, sample) : Touch.NONE;
		profile.change((words) -> {
			boolean established = Learning.isEstablished(words);
			Lesson lesson = Lesson.of(outcome, unshifted(evaluation, sample), isSteppedUp(words, sample));
			this.sources.seen(words, sample, lesson.success());
			this.learning.ended(words, sample, lesson, touched, outcome);
			if (!established && Learning.isEstablished(words)) {
				this.profiles.establish(sample.principal(), profile);
			}
		});
	}

	private static boolean isOurs(Evaluation evaluation) {
		return evaluation.proven() && evaluation.gate() == Gate.ACCESS && !evaluation.request().subject().isAnonymous();
	}

	/**
	 * Return the objects that were touched beside those of the path.
	 */
	private Touch[] beside(Outcome outcome, Sample sample) {
		List<TouchedObject> named = sample.request().resource().objects();
		return this.samples.pseudonyms()
			.objects(outcome.objects().stream().filter((each) -> !named.contains(each)).toList());
	}

	private boolean isSteppedUp(int[] words, Sample sample) {
		return this.challenges.met(sample.request()) && !isLoginOfOthers(words, sample);
	}

	/**
	 * What is learned must not depend on calibration, or a shift would keep out what it
	 * is shifted by.
	 */
	private double unshifted(Evaluation evaluation, Sample sample) {
		double risk = RiskCheck.risk(evaluation);
		double shift = this.calibration.shift(sample.kind());
		return (risk < 1 && shift != 0) ? RiskTally.risk(RiskTally.nats(risk) - shift) : risk;
	}

	@Override
	public List<BaselineSection> sections() {
		return List.of(new NumbersSection(this.samples.endpoints(), this.samples.groups()),
				new ProfilesSection(this.profiles), new CellsSection("crowd", this.crowd.cells()),
				new CellsSection("owners", List.of(this.crowd.owners().cells())),
				new CellsSection("calibration", this.calibration.cells()),
				new CellsSection("trial", this.trial.cells()));
	}

	@Override
	public String name() {
		return "risk";
	}

	@Override
	public int principals() {
		return this.profiles.size();
	}

	@Override
	public int forget(String issuer, String subject) {
		this.samples.forget();
		List<PrincipalKey> known = of(issuer, subject).map(Map.Entry::getKey).toList();
		for (PrincipalKey principal : known) {
			this.profiles.forget(principal);
			this.sessions.forget(principal);
			this.crowd.owners().forget(principal.claimant());
		}
		return known.size();
	}

	@Override
	public Optional<Map<String, Object>> export(String issuer, String subject) {
		ProfileWords words = new ProfileWords(this.samples.endpoints());
		List<Map<String, Object>> known = of(issuer, subject).map((each) -> words.of(each.getValue().words())).toList();
		return known.isEmpty() ? Optional.empty() : Optional.of(Map.of("profiles", known));
	}

	private Stream<Map.Entry<PrincipalKey, Profile>> of(String issuer, String subject) {
		long hash = this.samples.pseudonyms().subject(issuer, subject);
		return this.profiles.all().entrySet().stream().filter((each) -> subject(each.getValue().words()) == hash);
	}

	private static long subject(int[] words) {
		return (long) words[Layout.SUBJECT] << Integer.SIZE | words[Layout.SUBJECT + 1] & 0xffffffffL;
	}

	private void subject(int[] words, Subject subject) {
		if (subject(words) == 0) {
			long hash = this.samples.pseudonyms().subject(subject.issuer(), subject.id());
			words[Layout.SUBJECT] = (int) (hash >>> Integer.SIZE);
			words[Layout.SUBJECT + 1] = (int) hash;
		}
	}

	/**
	 * Return by how much the prior is shifted to meet the budget.
	 * @param kind of which kind of caller
	 * @return the shift in nats, from -1.5 to 1.5
	 */
	public double priorShift(SubjectKind kind) {
		return this.calibration.shift(kind);
	}

}
