package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Where the verdict of an exchange is kept.
 */
final class Verdicts {

	private Verdicts() {
	}

	static @Nullable Verdict of(ServerWebExchange exchange) {
		return exchange.getAttribute(Verdict.ATTRIBUTE);
	}

	static void attach(Verdict verdict, ServerWebExchange exchange) {
		exchange.getAttributes().put(Verdict.ATTRIBUTE, verdict);
	}

}
