package io.zerotrust.spring.test.autoconfigure;

import java.util.IdentityHashMap;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Recognises what {@code mockJwt()}, {@code @WithMockUser} and the like put in place for
 * a request of a {@code WebTestClient} without a server. It stands before every other
 * filter, so whoever is known there is no one's finding but the test's.
 */
final class MockExchangeMark implements PrebuiltMark, WebFilter, Ordered {

	private final Map<Authentication, Integer> callers = new IdentityHashMap<>();

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!isMock(exchange.getResponse())) {
			return chain.filter(exchange);
		}
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull((context) -> context.getAuthentication())
			.map((caller) -> Mono.usingWhen(Mono.fromCallable(() -> note(caller)), (noted) -> chain.filter(exchange),
					(noted) -> Mono.fromRunnable(() -> forget(noted))))
			.defaultIfEmpty(chain.filter(exchange))
			.flatMap((answer) -> answer);
	}

	/**
	 * INVARIANT: a request that came over a wire has no mark, whatever the test put in
	 * place beside it.
	 */
	private static boolean isMock(ServerHttpResponse response) {
		return response instanceof MockServerHttpResponse
				|| (response instanceof ServerHttpResponseDecorator decorated && isMock(decorated.getDelegate()));
	}

	private Authentication note(Authentication caller) {
		synchronized (this.callers) {
			this.callers.merge(caller, 1, Integer::sum);
		}
		return caller;
	}

	private void forget(Authentication caller) {
		synchronized (this.callers) {
			this.callers.computeIfPresent(caller, (known, requests) -> (requests > 1) ? requests - 1 : null);
		}
	}

	@Override
	public boolean isOn(Authentication authentication) {
		synchronized (this.callers) {
			return this.callers.containsKey(authentication);
		}
	}

}
