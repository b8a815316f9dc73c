package io.zerotrust.samples.gateway;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Leads a request elsewhere, after it was decided on.
 */
final class RewritingFilter implements WebFilter, Ordered {

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getHeaders().getFirst("X-Rewrite");
		return chain
			.filter((path == null) ? exchange : exchange.mutate().request((request) -> request.path(path)).build());
	}

}
