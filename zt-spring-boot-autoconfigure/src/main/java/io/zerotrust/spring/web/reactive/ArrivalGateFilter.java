package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * The gate {@code ARRIVAL}: after header writers and CORS, before any credential is read.
 */
final class ArrivalGateFilter implements WebFilter {

	private final Gatekeeper gatekeeper;

	ArrivalGateFilter(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (PreFlight.is(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		return this.gatekeeper.arrival(exchange)
			.flatMap((evaluation) -> this.gatekeeper.refuse(evaluation, exchange))
			.flatMap((refused) -> refused ? Mono.empty() : chain.filter(exchange));
	}

}
