package io.zerotrust.spring.web.reactive;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.check.Evaluation;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.stream.Transcript;

/**
 * Notes what the gates made of an exchange, for what is told when it is over.
 */
final class Exchanges {

	private static final String LEFT = Exchanges.class.getName() + ".left";

	private Exchanges() {
	}

	static void noteDecision(ServerWebExchange exchange, Evaluation evaluation) {
		note(exchange, (transcript) -> transcript.noteDecision(evaluation));
	}

	static void noteRecord(ServerWebExchange exchange, Evaluation evaluation) {
		note(exchange, (transcript) -> transcript.noteRecord(evaluation));
	}

	static void noteInvocation(ServerWebExchange exchange, InvocationRefusedException refused) {
		note(exchange, (transcript) -> transcript.noteInvocation(refused));
	}

	static void noteDropped(ServerWebExchange exchange) {
		note(exchange, Transcript::noteDropped);
	}

	/**
	 * Leave a request out: nobody is told what came of it.
	 */
	static void leave(ServerWebExchange exchange) {
		exchange.getAttributes().put(LEFT, Boolean.TRUE);
	}

	static boolean isLeft(ServerWebExchange exchange) {
		return exchange.getAttributes().containsKey(LEFT);
	}

	/**
	 * Return the response that is watched, below whatever others have put around it.
	 */
	static @Nullable WatchedResponse response(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		while (response instanceof ServerHttpResponseDecorator decorator) {
			if (decorator instanceof WatchedResponse watched) {
				return watched;
			}
			response = decorator.getDelegate();
		}
		return null;
	}

	private static void note(ServerWebExchange exchange, Consumer<Transcript> note) {
		WatchedResponse response = response(exchange);
		if (response != null) {
			response.serves(exchange);
			note.accept(response.transcript());
		}
	}

}
