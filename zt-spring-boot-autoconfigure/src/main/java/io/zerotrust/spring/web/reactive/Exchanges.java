package io.zerotrust.spring.web.reactive;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.check.Evaluation;
import io.zerotrust.spring.method.InvocationRefusedException;

/**
 * Notes what the gates made of an exchange, for what is told when it is over.
 */
final class Exchanges {

	private Exchanges() {
	}

	static void noteDecision(ServerWebExchange exchange, Evaluation evaluation) {
	}

	static void noteRecord(ServerWebExchange exchange, Evaluation evaluation) {
	}

	static void noteInvocation(ServerWebExchange exchange, InvocationRefusedException refused) {
	}

	static void noteDropped(ServerWebExchange exchange) {
	}

	static void leave(ServerWebExchange exchange) {
	}

}
