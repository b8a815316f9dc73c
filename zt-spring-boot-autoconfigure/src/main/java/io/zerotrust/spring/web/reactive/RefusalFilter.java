package io.zerotrust.spring.web.reactive;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.spring.web.SpringRefusals;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Before Spring Security: gives Spring Security's own bare 401 and 403 a body that says
 * why, and records them. A body or an error handler that the application has set stays.
 */
final class RefusalFilter implements WebFilter {

	private final Gatekeeper gatekeeper;

	private final ObserveReport report;

	RefusalFilter(Gatekeeper gatekeeper, ObserveReport report) {
		this.gatekeeper = gatekeeper;
		this.report = report;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		BareResponse response = new BareResponse(exchange.getResponse());
		ServerWebExchange watched = exchange.mutate().response(response).build();
		return Received.with(exchange,
				chain.filter(watched)
					.onErrorResume(Exception.class, (ex) -> failed(ex, watched, response))
					.then(Mono.defer(() -> ended(watched, response))));
	}

	private Mono<Void> failed(Exception ex, ServerWebExchange exchange, BareResponse response) {
		if (response.isCommitted()) {
			return Mono.error(ex);
		}
		if (ex instanceof AuthenticationServiceException unavailable) {
			return unavailable(unavailable, exchange);
		}
		if (ex instanceof StreamRefusedException closed) {
			WatchedResponse watched = Exchanges.response(exchange);
			if (watched != null) {
				watched.answer();
			}
			return this.gatekeeper.refuse(closed.evaluation(), exchange).then();
		}
		InvocationRefusedException refused = InvocationRefusedException.in(ex);
		if (refused != null) {
			return this.gatekeeper.refuse(refused, exchange);
		}
		if (ex instanceof InsufficientAuthenticationException || ex instanceof AccessDeniedException) {
			return unanswered((RuntimeException) ex, exchange);
		}
		boolean unreadable = ex instanceof ClassCastException || ex instanceof IllegalArgumentException;
		return unreadable ? unreadable(ex, exchange) : Mono.error(ex);
	}

	/**
	 * Whoever verifies the tokens is away, or was never there.
	 */
	private Mono<Void> unavailable(AuthenticationServiceException ex, ServerWebExchange exchange) {
		if (this.gatekeeper.observes()) {
			return Mono.error(ex);
		}
		Evaluation evaluation = this.gatekeeper.recordStanding(exchange, Deny.of(SpringRefusals.unavailable(ex)));
		exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
		return complete(HttpStatus.SERVICE_UNAVAILABLE, evaluation, exchange);
	}

	/**
	 * A refusal in a chain that translates no exceptions, because it has no rules.
	 */
	private Mono<Void> unanswered(RuntimeException ex, ServerWebExchange exchange) {
		Evaluation left = ChainAnswers.leftTo(exchange);
		if (left != null) {
			return this.gatekeeper.refuse(left, exchange).then();
		}
		if (this.gatekeeper.observes()) {
			return Mono.error(ex);
		}
		Verdict verdict = Verdicts.of(exchange);
		boolean known = verdict != null && !verdict.subject().isAnonymous();
		Refusal refusal = known ? Deny.of(Reason.of("spring.access-denied"))
				: Challenge.of(Proof.MISSING, Reason.of("spring.unauthenticated"));
		return this.gatekeeper.refuse(this.gatekeeper.recordStanding(exchange, refusal), exchange).then();
	}

	/**
	 * Spring Security casts some claims without a look at them. A token that makes it
	 * stumble is malformed.
	 */
	private Mono<Void> unreadable(Exception ex, ServerWebExchange exchange) {
		boolean token = Received.request(exchange).getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
		if (!token || Verdicts.of(exchange) != null || this.gatekeeper.observes()) {
			return Mono.error(ex);
		}
		Challenge challenge = Challenge.of(Proof.INVALID,
				new Reason("token.malformed", "a claim is not of its type: " + ex.getClass().getName()));
		return this.gatekeeper.refuse(this.gatekeeper.recordStanding(exchange, challenge), exchange).then();
	}

	private Mono<Void> ended(ServerWebExchange exchange, BareResponse response) {
		if (!response.isRefusal()) {
			return Mono.empty();
		}
		Evaluation left = ChainAnswers.leftTo(exchange);
		if (left == null) {
			return refused(exchange, response);
		}
		return response.isBare() ? complete(left, exchange) : Mono.empty();
	}

	private Mono<Void> refused(ServerWebExchange exchange, BareResponse response) {
		Verdict verdict = Verdicts.of(exchange);
		boolean ours = verdict != null && verdict.stage() == Stage.REFUSED;
		// method security challenges where it refuses; a handler's own bare status is its
		// business
		boolean handlers = verdict != null && verdict.stage() == Stage.DISPATCHED
				&& !(response.isBare() && response.getHeaders().containsHeader(HttpHeaders.WWW_AUTHENTICATE));
		boolean others = verdict != null && verdict.target().kind() == HandlerKind.FILTER_ENDPOINT;
		return (ours || handlers || others) ? Mono.empty() : refusedBySpring(verdict, exchange, response);
	}

	private Mono<Void> refusedBySpring(@Nullable Verdict verdict, ServerWebExchange exchange, BareResponse response) {
		if (this.gatekeeper.observes()) {
			String endpoint = (verdict != null) ? verdict.target().id() : "unresolved";
			this.report.record(exchange.getRequest().getMethod().name() + ' ' + endpoint,
					ObserveReport.REFUSED_BY_SPRING);
			return Mono.empty();
		}
		Evaluation evaluation = this.gatekeeper.recordStanding(exchange, refusal(verdict, exchange, response));
		return response.isBare() ? complete(evaluation, exchange) : Mono.empty();
	}

	/**
	 * Spring's challenges quote exceptions; the caller gets our code instead.
	 */
	private Mono<Void> complete(Evaluation evaluation, ServerWebExchange exchange) {
		Reason reason = ((Refusal) evaluation.decision()).reason();
		HttpHeaders headers = exchange.getResponse().getHeaders();
		List<String> challenges = List.copyOf(headers.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE));
		ProblemResponse.challenge(this.gatekeeper.veil(challenges, reason, exchange), headers);
		HttpStatus status = HttpStatus.valueOf(Objects.requireNonNull(exchange.getResponse().getStatusCode()).value());
		return complete(status, evaluation, exchange);
	}

	private Mono<Void> complete(HttpStatus status, Evaluation evaluation, ServerWebExchange exchange) {
		Refusal refusal = (Refusal) evaluation.decision();
		return this.gatekeeper.answer(RefusalProblem.of(status, refusal.reason(), evaluation.id()), exchange);
	}

	private static Refusal refusal(@Nullable Verdict verdict, ServerWebExchange exchange, BareResponse response) {
		if (response.getStatusCode() == HttpStatus.FORBIDDEN) {
			return Deny.of(Reason.of("spring.access-denied"));
		}
		// Spring's reactive filter tells nobody else that it looked
		if (verdict == null && isPassword(Received.request(exchange))) {
			return Challenge.of(Proof.INVALID, new Reason("credential.invalid", "user name or password"));
		}
		return Challenge.of(Proof.INVALID,
				SpringRefusals.reasonOf(response.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)));
	}

	private static boolean isPassword(ServerHttpRequest request) {
		String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
	}

}
