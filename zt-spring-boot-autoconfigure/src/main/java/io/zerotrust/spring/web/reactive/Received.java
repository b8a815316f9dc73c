package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * The request as the server got it, before Spring's transformer of forwarded headers has
 * seen it. It travels in the Reactor context until there is an exchange to keep it.
 */
final class Received {

	private static final String KEY = Received.class.getName();

	private Received() {
	}

	/**
	 * Return a handler that lets another one know the request as it came.
	 */
	static HttpHandler before(HttpHandler handler) {
		return (request, response) -> handler.handle(request, response)
			.contextWrite((context) -> context.put(KEY, request));
	}

	/**
	 * Keep the request that the context knows with the exchange.
	 */
	static void keep(ContextView context, ServerWebExchange exchange) {
		ServerHttpRequest request = context.getOrDefault(KEY, null);
		if (request != null) {
			exchange.getAttributes().put(KEY, request);
		}
	}

	/**
	 * Return the request as it came, as far as it is known.
	 */
	static ServerHttpRequest request(ServerWebExchange exchange) {
		@Nullable ServerHttpRequest received = exchange.getAttribute(KEY);
		return (received != null) ? received : exchange.getRequest();
	}

	/**
	 * Do something with an exchange that knows its request as it came.
	 */
	static Mono<Void> with(ServerWebExchange exchange, Mono<Void> work) {
		return Mono.deferContextual((context) -> {
			keep(context, exchange);
			return work;
		});
	}

}
