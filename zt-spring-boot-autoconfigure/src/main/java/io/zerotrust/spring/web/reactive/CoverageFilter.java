package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * The net behind Spring Security: a request that met no gate is refused. That is what
 * becomes of paths no chain matches and of hand-built chains.
 */
final class CoverageFilter implements WebFilter {

	private static final Deny UNGUARDED = Deny
		.of(new Reason("coverage.unguarded", "no security filter chain with our gates has seen the request"));

	private final Gatekeeper gatekeeper;

	CoverageFilter(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Verdict verdict = Verdicts.of(exchange);
		if (verdict != null && verdict.isPermitted()) {
			return chain.filter(exchange);
		}
		return this.gatekeeper.refuse(this.gatekeeper.record(exchange, UNGUARDED), exchange)
			.flatMap((refused) -> refused ? Mono.empty() : chain.filter(exchange));
	}

}
