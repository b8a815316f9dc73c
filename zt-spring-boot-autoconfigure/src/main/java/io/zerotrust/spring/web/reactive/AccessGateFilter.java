package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.method.ReactiveSurroundings;
import io.zerotrust.spring.web.CsrfWatch;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * The gate {@code ACCESS}: the caller is authenticated, the handler is looked up, the
 * body is not read. Stands before Spring's {@code AuthorizationWebFilter}, whose rules
 * hold too. Writes refusals itself: a chain without rules of its own translates no
 * exceptions.
 */
final class AccessGateFilter implements WebFilter {

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	AccessGateFilter(Gatekeeper gatekeeper, Targets targets) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return this.targets.of(exchange)
			.flatMap((target) -> this.gatekeeper.subject(exchange)
				.flatMap((subject) -> isRefused(exchange, subject, target)
					.flatMap((refused) -> refused ? Mono.empty() : pass(exchange, subject, target, chain))));
	}

	private Mono<Boolean> isRefused(ServerWebExchange exchange, Subject subject, Target target) {
		Verdicts.attach(new Verdict(target, subject, Stage.ASKED), exchange);
		Refusal mixed = CredentialFilter.mixed(exchange, subject);
		if (mixed != null && !this.gatekeeper.observes()) {
			return this.gatekeeper.refuse(this.gatekeeper.record(exchange, mixed), exchange);
		}
		if (mixed != null) {
			this.gatekeeper.record(exchange, mixed);
		}
		if (target.kind() == HandlerKind.PREFLIGHT) {
			return unprotected(exchange, subject);
		}
		return this.gatekeeper.access(exchange, subject, target)
			.flatMap((evaluation) -> isRefused(evaluation, target, exchange))
			.flatMap((refused) -> refused ? Mono.just(Boolean.TRUE) : unprotected(exchange, subject));
	}

	private Mono<Boolean> isRefused(Evaluation evaluation, Target target, ServerWebExchange exchange) {
		@Nullable RuntimeException left = ChainAnswers.leave(evaluation, target, exchange);
		return (left != null) ? Mono.error(left) : this.gatekeeper.refuse(evaluation, exchange);
	}

	private Mono<Boolean> unprotected(ServerWebExchange exchange, Subject subject) {
		boolean seen = exchange.getAttributes().containsKey(CsrfToken.class.getName());
		Refusal refusal = CsrfWatch.refusal(subject, exchange.getRequest().getMethod().name(), seen);
		return (refusal != null) ? this.gatekeeper.refuse(this.gatekeeper.record(exchange, refusal), exchange)
				: Mono.just(Boolean.FALSE);
	}

	private Mono<Void> pass(ServerWebExchange exchange, Subject subject, Target target, WebFilterChain chain) {
		Verdicts.attach(new Verdict(target, subject, Stage.PERMITTED), exchange);
		// where WebFlux has nothing, nothing else behind us may answer either
		return (target.isNothing() && !this.gatekeeper.observes())
				? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
				: chain.filter(exchange)
					.contextWrite(ReactiveSurroundings
						.of((time) -> this.gatekeeper.context(exchange, Subject.anonymous(), time)));
	}

}
