package io.zerotrust.spring.web.reactive;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Context;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.CallerSources;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.RateLimitFields;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.UntoldProxy;
import io.zerotrust.spring.web.endpoint.Asked;
import io.zerotrust.spring.web.endpoint.Questions;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.token.dpop.Nonces;

/**
 * Puts an exchange as a question, and a refusal as a response. Waits for nothing.
 */
final class Gatekeeper {

	private static final String ASKED = Gatekeeper.class.getName() + ".asked";

	private final Questions questions;

	private final SubjectReader subjects;

	private final Function<ServerWebExchange, String> metadata;

	private final RequestAddress address;

	private final UntoldProxy untoldProxy;

	private final CallerSources callers;

	private final CrossOrigin crossOrigin;

	/**
	 * Create a gatekeeper.
	 * @param nonces the nonces of proofs, or {@code null} if they need none
	 * @param metadata where the metadata of the resource are that a request is for; empty
	 * if they are not served
	 */
	Gatekeeper(DecisionPoint decisionPoint, SubjectReader subjects, Clock clock, GateSettings settings,
			@Nullable Nonces nonces, Function<ServerWebExchange, String> metadata, CrossOrigin crossOrigin) {
		this.questions = new Questions(decisionPoint, clock, settings, nonces);
		this.subjects = subjects;
		this.metadata = metadata;
		this.address = new RequestAddress(settings.addresses());
		this.untoldProxy = new UntoldProxy(settings.addressesTold());
		this.callers = settings.callers();
		this.crossOrigin = crossOrigin;
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
	Mono<Subject> subject(ServerWebExchange exchange) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.map((authentication) -> subject(exchange, authentication))
			.switchIfEmpty(Mono.fromSupplier(() -> subject(exchange, null)));
	}

	private Subject subject(ServerWebExchange exchange, @Nullable Authentication authentication) {
		Subject subject = this.subjects.read(authentication, PresentedCredentials.kind(exchange, authentication));
		return subject.credential().kind().isToken()
				? subject.withPossession(ProvenKeys.of(exchange, subject.credential().claims())) : subject;
	}

	/**
	 * Ask whether a request may arrive.
	 */
	Mono<Evaluation> arrival(ServerWebExchange exchange) {
		this.untoldProxy.look(exchange.getRequest().getHeaders()::getFirst);
		return noted(exchange, this.questions.arrival(asked(exchange)));
	}

	/**
	 * Ask whether a subject may reach a target.
	 */
	Mono<Evaluation> access(ServerWebExchange exchange, Subject subject, Target target) {
		boolean repeated = exchange.getAttributes().put(ASKED, Boolean.TRUE) != null;
		return noted(exchange, this.questions.access(asked(exchange), subject, target, repeated));
	}

	private Mono<Evaluation> noted(ServerWebExchange exchange, CompletableFuture<Evaluation> answer) {
		// there already unless a check is remote
		Mono<Evaluation> evaluation = answer.isDone() ? Mono.just(answer.join()) : Mono.fromFuture(answer, true);
		return evaluation.doOnNext((made) -> Exchanges.noteDecision(exchange, made));
	}

	/**
	 * Record a refusal that no check made.
	 */
	Evaluation record(ServerWebExchange exchange, Refusal refusal) {
		return record(exchange, refusal, false);
	}

	/**
	 * Record a refusal by the platform, which stands in every mode.
	 */
	Evaluation recordStanding(ServerWebExchange exchange, Refusal refusal) {
		return record(exchange, refusal, true);
	}

	private Evaluation record(ServerWebExchange exchange, Refusal refusal, boolean standing) {
		Evaluation evaluation = this.questions.record(asked(exchange), Verdicts.of(exchange), refusal, standing);
		Exchanges.noteRecord(exchange, evaluation);
		return evaluation;
	}

	/**
	 * Answer with the refusal of an evaluation, if it is one. A permitted request is told
	 * what is left of its limits.
	 * @return whether the request was refused and answered
	 */
	Mono<Boolean> refuse(Evaluation evaluation, ServerWebExchange exchange) {
		if (!(evaluation.decision() instanceof Refusal refusal)) {
			tellLimits(RateLimitFields.of(evaluation), exchange.getResponse().getHeaders());
			return Mono.just(Boolean.FALSE);
		}
		return answer(refusal, evaluation.id(), evaluation.request().subject(), exchange).thenReturn(Boolean.TRUE);
	}

	private static void tellLimits(@Nullable RateLimitFields fields, HttpHeaders headers) {
		if (fields != null) {
			headers.set(RateLimitFields.POLICY,
					RateLimitFields.join(headers.getOrEmpty(RateLimitFields.POLICY), fields.policy()));
			headers.set(RateLimitFields.STATE,
					RateLimitFields.join(headers.getOrEmpty(RateLimitFields.STATE), fields.state()));
		}
	}

	/**
	 * Answer with the refusal of a guarded method, which was decided and recorded there.
	 * An answer that has begun fails, so that nobody takes it for complete.
	 */
	Mono<Void> refuse(InvocationRefusedException refused, ServerWebExchange exchange) {
		Subject subject = Questions.subject(Verdicts.of(exchange));
		Exchanges.noteInvocation(exchange, refused);
		return exchange.getResponse().isCommitted() ? Mono.error(refused)
				: answer(refused.refusal(), refused.decisionId(), subject, exchange);
	}

	private Mono<Void> answer(Refusal refusal, String decisionId, Subject subject, ServerWebExchange exchange) {
		Verdicts.attach(Questions.refused(Verdicts.of(exchange), subject), exchange);
		return answer(this.questions.problem(refusal, decisionId, asked(exchange)), exchange);
	}

	/**
	 * Answer with a problem, readable for the scripts of other origins that could read
	 * the answer of the handler.
	 */
	Mono<Void> answer(RefusalProblem problem, ServerWebExchange exchange) {
		return this.crossOrigin.allow(exchange)
			.then(Mono.defer(() -> ProblemResponse.write(problem, exchange.getResponse())));
	}

	/**
	 * Take the words of the platform out of its challenges.
	 */
	List<String> veil(List<String> challenges, Reason reason, ServerWebExchange exchange) {
		return this.questions.veil(challenges, reason, asked(exchange));
	}

	private Asked asked(ServerWebExchange exchange) {
		return new Asked() {

			@Override
			public String method() {
				return exchange.getRequest().getMethod().name();
			}

			@Override
			public Context context(Subject subject, Instant time) {
				return Gatekeeper.this.context(exchange, subject, time);
			}

			@Override
			public @Nullable String authorization() {
				return Received.request(exchange).getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
			}

			@Override
			public String metadata() {
				return Gatekeeper.this.metadata.apply(exchange);
			}

		};
	}

	/**
	 * Describe the surroundings of a request.
	 */
	Context context(ServerWebExchange exchange, Subject subject, Instant time) {
		ServerHttpRequest request = exchange.getRequest();
		InetAddress client = this.address.of(exchange);
		Function<String, List<String>> vouched = (name) -> this.address.proxyLines(exchange, name);
		String device = this.callers.devices()
			.read(subject, (name) -> (name != null) ? request.getHeaders().getFirst(name) : null);
		return new Context(time, client, isSecure(request), request.getHeaders().getFirst(HttpHeaders.USER_AGENT),
				device, this.callers.proxies().fingerprint(vouched), this.callers.origin(client),
				this.callers.proxies().posture(vouched), false);
	}

	private static boolean isSecure(ServerHttpRequest request) {
		return request.getSslInfo() != null || "https".equalsIgnoreCase(request.getURI().getScheme());
	}

}
