package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.DeviceSource;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.Presented;
import io.zerotrust.spring.web.RateLimitFields;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.spring.web.Schemes;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.UntoldProxy;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;
import io.zerotrust.token.dpop.Nonces;

/**
 * Puts a servlet request as a question, and a refusal as a response.
 */
final class Gatekeeper {

	private static final Target NOWHERE = new Target(HandlerKind.UNRESOLVED, "unresolved", "unresolved",
			Resource.unresolved().policy());

	private static final String ASKED = Gatekeeper.class.getName() + ".asked";

	private final DecisionPoint decisionPoint;

	private final SubjectReader subjects;

	private final Clock clock;

	private final Mode mode;

	private final Schemes schemes;

	private final @Nullable Nonces nonces;

	private final Function<HttpServletRequest, String> metadata;

	private final RequestAddress address;

	private final UntoldProxy untoldProxy;

	private final DeviceSource devices;

	/**
	 * Create a gatekeeper.
	 * @param nonces the nonces of proofs, or {@code null} if they need none
	 * @param metadata where the metadata of the resource are that a request is for; empty
	 * if they are not served
	 */
	Gatekeeper(DecisionPoint decisionPoint, SubjectReader subjects, Clock clock, GateSettings settings,
			@Nullable Nonces nonces, Function<HttpServletRequest, String> metadata) {
		this.decisionPoint = decisionPoint;
		this.subjects = subjects;
		this.clock = clock;
		this.mode = settings.mode();
		this.schemes = settings.schemes();
		this.nonces = nonces;
		this.metadata = metadata;
		this.address = new RequestAddress(settings.addresses());
		this.untoldProxy = new UntoldProxy(settings.addressesTold());
		this.devices = settings.devices();
	}

	/**
	 * Whether refusals only count.
	 */
	boolean observes() {
		return this.mode == Mode.OBSERVE;
	}

	/**
	 * Read who asks from what Spring Security has authenticated.
	 */
	Subject subject(HttpServletRequest request) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		Subject subject = this.subjects.read(authentication, PresentedCredentials.kind(request, authentication));
		return subject.credential().kind().isToken()
				? subject.withPossession(ProvenKeys.of(request, subject.credential().claims())) : subject;
	}

	/**
	 * Ask whether a request may arrive.
	 */
	Evaluation arrival(HttpServletRequest request) {
		this.untoldProxy.look(request::getHeader);
		return ask(request, Gate.ARRIVAL, question(request, Subject.anonymous(), Resource.unresolved()));
	}

	/**
	 * Ask whether a subject may reach a target.
	 */
	Evaluation access(HttpServletRequest request, Subject subject, Target target) {
		AccessRequest question = question(request, subject, resource(target));
		boolean repeated = request.getAttribute(ASKED) != null;
		request.setAttribute(ASKED, Boolean.TRUE);
		return ask(request, Gate.ACCESS, repeated
				? new AccessRequest(subject, question.action(), question.resource(), question.context().again())
				: question);
	}

	private Evaluation ask(HttpServletRequest request, Gate gate, AccessRequest question) {
		// every remote step is bounded in time, so this wait is too
		Evaluation evaluation = this.decisionPoint.decide(gate, question).toCompletableFuture().join();
		Exchange.noteDecision(request, evaluation);
		return evaluation;
	}

	/**
	 * Record a refusal that no check made.
	 */
	Evaluation record(HttpServletRequest request, Refusal refusal) {
		return record(request, refusal, this.mode);
	}

	/**
	 * Record a refusal by the platform, which stands in every mode.
	 */
	Evaluation recordStanding(HttpServletRequest request, Refusal refusal) {
		return record(request, refusal, Mode.ENFORCE);
	}

	private Evaluation record(HttpServletRequest request, Refusal refusal, Mode mode) {
		Verdict verdict = Verdicts.of(request);
		Subject subject = (verdict != null) ? verdict.subject() : Subject.anonymous();
		Target target = (verdict != null) ? verdict.target() : NOWHERE;
		Gate gate = (verdict != null) ? Gate.ACCESS : Gate.ARRIVAL;
		Evaluation evaluation = this.decisionPoint.record(gate, question(request, subject, resource(target)), refusal,
				mode);
		Exchange.noteRecord(request, evaluation);
		return evaluation;
	}

	/**
	 * Answer with the refusal of an evaluation, if it is one. An include is refused by
	 * including nothing. A permitted request is told what is left of its limits.
	 * @return whether the request was refused and answered
	 */
	boolean refuse(Evaluation evaluation, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Decision decision = evaluation.decision();
		if (!(decision instanceof Refusal refusal)) {
			tellLimits(RateLimitFields.of(evaluation), response);
			return false;
		}
		answer(refusal, evaluation.id(), evaluation.request().subject(), request, response);
		return true;
	}

	private static void tellLimits(@Nullable RateLimitFields fields, HttpServletResponse response) {
		if (fields != null) {
			response.setHeader(RateLimitFields.POLICY,
					RateLimitFields.join(response.getHeaders(RateLimitFields.POLICY), fields.policy()));
			response.setHeader(RateLimitFields.STATE,
					RateLimitFields.join(response.getHeaders(RateLimitFields.STATE), fields.state()));
		}
	}

	/**
	 * Answer with the refusal of a guarded method, which was decided and recorded there.
	 */
	void refuse(InvocationRefusedException refused, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Verdict verdict = Verdicts.of(request);
		Subject subject = (verdict != null) ? verdict.subject() : Subject.anonymous();
		Exchange.noteInvocation(request, refused);
		answer(refused.refusal(), refused.decisionId(), subject, request, response);
	}

	private void answer(Refusal refusal, String decisionId, Subject subject, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Verdict verdict = Verdicts.of(request);
		Target target = (verdict != null) ? verdict.target() : NOWHERE;
		Verdicts.attach(new Verdict(target, subject, Stage.REFUSED), request);
		if (request.getDispatcherType() != DispatcherType.INCLUDE) {
			ProblemResponse.write(RefusalProblem.of(refusal, decisionId, this.schemes, presented(request)), response);
		}
	}

	/**
	 * Take the words of the platform out of its challenges.
	 */
	List<String> veil(List<String> challenges, Reason reason, HttpServletRequest request) {
		return RefusalProblem.veil(challenges, reason, this.schemes, presented(request));
	}

	private Presented presented(HttpServletRequest request) {
		String nonce = (this.nonces != null) ? this.nonces.current(this.clock.instant()) : "";
		return new Presented(Presented.byDpop(request.getHeader(HttpHeaders.AUTHORIZATION)), nonce,
				this.metadata.apply(request));
	}

	private static Resource resource(Target target) {
		return Resource.endpoint(target.id(), target.policy());
	}

	private AccessRequest question(HttpServletRequest request, Subject subject, Resource resource) {
		return new AccessRequest(subject, new Action(request.getMethod()), resource,
				context(request, subject, this.clock.instant()));
	}

	/**
	 * Describe the surroundings of a request.
	 */
	Context context(HttpServletRequest request, Subject subject, Instant time) {
		return new Context(time, this.address.of(request), request.isSecure(),
				request.getHeader(HttpHeaders.USER_AGENT), this.devices.read(subject, request::getHeader));
	}

}
