package io.zerotrust.spring.web.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.Presented;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.spring.web.Schemes;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.token.dpop.Nonces;

/**
 * Puts the questions of the gates, and refusals into words.
 *
 * @since 0.1.0
 */
public final class Questions {

	private static final Target NOWHERE = new Target(HandlerKind.UNRESOLVED, "unresolved", "unresolved",
			Resource.unresolved().policy());

	private final DecisionPoint decisionPoint;

	private final Clock clock;

	private final Mode mode;

	private final Schemes schemes;

	private final @Nullable Nonces nonces;

	/**
	 * Create the questions.
	 * @param decisionPoint who answers
	 * @param clock tells when a request was received
	 * @param settings what the operator says
	 * @param nonces the nonces of proofs, or {@code null} if they need none
	 */
	public Questions(DecisionPoint decisionPoint, Clock clock, GateSettings settings, @Nullable Nonces nonces) {
		this.decisionPoint = decisionPoint;
		this.clock = clock;
		this.mode = settings.mode();
		this.schemes = settings.schemes();
		this.nonces = nonces;
	}

	/**
	 * Whether refusals only count.
	 * @return {@code true} if nothing is refused
	 */
	public boolean observes() {
		return this.mode == Mode.OBSERVE;
	}

	/**
	 * Ask whether a request may arrive.
	 * @param asked the request
	 * @return the evaluation, already there unless a check is remote
	 */
	public CompletableFuture<Evaluation> arrival(Asked asked) {
		return decide(Gate.ARRIVAL, question(asked, Subject.anonymous(), Resource.unresolved()));
	}

	/**
	 * Ask whether a subject may reach a target.
	 * @param asked the request
	 * @param subject who asks
	 * @param target what the request leads to
	 * @param repeated whether this was asked before, about another target
	 * @return the evaluation, already there unless a check is remote
	 */
	public CompletableFuture<Evaluation> access(Asked asked, Subject subject, Target target, boolean repeated) {
		AccessRequest question = question(asked, subject, resource(target));
		return decide(Gate.ACCESS, repeated
				? new AccessRequest(subject, question.action(), question.resource(), question.context().again())
				: question);
	}

	private CompletableFuture<Evaluation> decide(Gate gate, AccessRequest question) {
		return this.decisionPoint.decide(gate, question).toCompletableFuture();
	}

	/**
	 * Record a refusal that no check made.
	 * @param asked the request
	 * @param verdict what the gates made of it so far, or {@code null} if it met none
	 * @param refusal the refusal
	 * @param standing whether it is one by the platform, which stands in every mode
	 * @return the evaluation that was recorded
	 */
	public Evaluation record(Asked asked, @Nullable Verdict verdict, Refusal refusal, boolean standing) {
		Gate gate = (verdict != null) ? Gate.ACCESS : Gate.ARRIVAL;
		AccessRequest question = question(asked, subject(verdict), resource(target(verdict)));
		return this.decisionPoint.record(gate, question, refusal, standing ? Mode.ENFORCE : this.mode);
	}

	/**
	 * Tell who asks, as far as a gate has seen it.
	 * @param verdict what the gates made of the request so far, or {@code null}
	 * @return the subject, anonymous if no gate has seen it
	 */
	public static Subject subject(@Nullable Verdict verdict) {
		return (verdict != null) ? verdict.subject() : Subject.anonymous();
	}

	/**
	 * Return the verdict about a request that is refused now.
	 * @param verdict what the gates made of it so far, or {@code null} if it met none
	 * @param subject who asks
	 * @return the verdict from now on
	 */
	public static Verdict refused(@Nullable Verdict verdict, Subject subject) {
		return new Verdict(target(verdict), subject, Stage.REFUSED);
	}

	/**
	 * Put a refusal into words.
	 * @param refusal the refusal
	 * @param decisionId the id under which operators find the decision
	 * @param asked the request
	 * @return the problem
	 */
	public RefusalProblem problem(Refusal refusal, String decisionId, Asked asked) {
		return RefusalProblem.of(refusal, decisionId, this.schemes, presented(asked));
	}

	/**
	 * Take the words of the platform out of its challenges.
	 * @param challenges the {@code WWW-Authenticate} values of the platform
	 * @param reason what is said instead
	 * @param asked the request
	 * @return the challenges as callers may see them
	 */
	public List<String> veil(List<String> challenges, Reason reason, Asked asked) {
		return RefusalProblem.veil(challenges, reason, this.schemes, presented(asked));
	}

	private Presented presented(Asked asked) {
		String nonce = (this.nonces != null) ? this.nonces.current(this.clock.instant()) : "";
		return new Presented(Presented.byDpop(asked.authorization()), nonce, asked.metadata());
	}

	private AccessRequest question(Asked asked, Subject subject, Resource resource) {
		Instant now = this.clock.instant();
		return new AccessRequest(subject, new Action(asked.method()), resource, asked.context(subject, now));
	}

	private static Target target(@Nullable Verdict verdict) {
		return (verdict != null) ? verdict.target() : NOWHERE;
	}

	private static Resource resource(Target target) {
		return new Resource("endpoint", target.id(), target.policy(), target.objects());
	}

}
