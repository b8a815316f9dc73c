package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.zerotrust.access.Context;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.CallerSources;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.RateLimitFields;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.UntoldProxy;
import io.zerotrust.spring.web.endpoint.Asked;
import io.zerotrust.spring.web.endpoint.Questions;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.token.dpop.Nonces;

/**
 * Puts a servlet request as a question, and a refusal as a response.
 */
final class Gatekeeper {

	private static final String ASKED = Gatekeeper.class.getName() + ".asked";

	private final Questions questions;

	private final SubjectReader subjects;

	private final Function<HttpServletRequest, String> metadata;

	private final RequestAddress address;

	private final UntoldProxy untoldProxy;

	private final CallerSources callers;

	/**
	 * Create a gatekeeper.
	 * @param nonces the nonces of proofs, or {@code null} if they need none
	 * @param metadata where the metadata of the resource are that a request is for; empty
	 * if they are not served
	 */
	Gatekeeper(DecisionPoint decisionPoint, SubjectReader subjects, Clock clock, GateSettings settings,
			@Nullable Nonces nonces, Function<HttpServletRequest, String> metadata) {
		this.questions = new Questions(decisionPoint, clock, settings, nonces);
		this.subjects = subjects;
		this.metadata = metadata;
		this.address = new RequestAddress(settings.addresses());
		this.untoldProxy = new UntoldProxy(settings.addressesTold());
		this.callers = settings.callers();
	}

	/**
	 * Whether refusals only count.
	 */
	boolean observes() {
		return this.questions.observes();
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
		return noted(request, this.questions.arrival(asked(request)));
	}

	/**
	 * Ask whether a subject may reach a target.
	 */
	Evaluation access(HttpServletRequest request, Subject subject, Target target) {
		boolean repeated = request.getAttribute(ASKED) != null;
		request.setAttribute(ASKED, Boolean.TRUE);
		return noted(request, this.questions.access(asked(request), subject, target, repeated));
	}

	private Evaluation noted(HttpServletRequest request, CompletableFuture<Evaluation> answer) {
		// every remote step is bounded in time, so this wait is too
		Evaluation evaluation = answer.join();
		Exchange.noteDecision(request, evaluation);
		return evaluation;
	}

	/**
	 * Record a refusal that no check made.
	 */
	Evaluation record(HttpServletRequest request, Refusal refusal) {
		return record(request, refusal, false);
	}

	/**
	 * Record a refusal by the platform, which stands in every mode.
	 */
	Evaluation recordStanding(HttpServletRequest request, Refusal refusal) {
		return record(request, refusal, true);
	}

	private Evaluation record(HttpServletRequest request, Refusal refusal, boolean standing) {
		Evaluation evaluation = this.questions.record(asked(request), Verdicts.of(request), refusal, standing);
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
		Subject subject = Questions.subject(Verdicts.of(request));
		Exchange.noteInvocation(request, refused);
		answer(refused.refusal(), refused.decisionId(), subject, request, response);
	}

	private void answer(Refusal refusal, String decisionId, Subject subject, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Verdicts.attach(Questions.refused(Verdicts.of(request), subject), request);
		if (request.getDispatcherType() != DispatcherType.INCLUDE) {
			ProblemResponse.write(this.questions.problem(refusal, decisionId, asked(request)), response);
		}
	}

	/**
	 * Take the words of the platform out of its challenges.
	 */
	List<String> veil(List<String> challenges, Reason reason, HttpServletRequest request) {
		return this.questions.veil(challenges, reason, asked(request));
	}

	private Asked asked(HttpServletRequest request) {
		return new Asked() {

			@Override
			public String method() {
				return request.getMethod();
			}

			@Override
			public Context context(Subject subject, Instant time) {
				return Gatekeeper.this.context(request, subject, time);
			}

			@Override
			public @Nullable String authorization() {
				return request.getHeader(HttpHeaders.AUTHORIZATION);
			}

			@Override
			public String metadata() {
				return Gatekeeper.this.metadata.apply(request);
			}

		};
	}

	/**
	 * Describe the surroundings of a request.
	 */
	Context context(HttpServletRequest request, Subject subject, Instant time) {
		InetAddress client = this.address.of(request);
		Function<String, List<String>> vouched = (name) -> this.address.proxyLines(request, name);
		return new Context(time, client, request.isSecure(), request.getHeader(HttpHeaders.USER_AGENT),
				this.callers.devices().read(subject, request::getHeader), this.callers.proxies().fingerprint(vouched),
				this.callers.origin(client), this.callers.proxies().posture(vouched), false);
	}

}
