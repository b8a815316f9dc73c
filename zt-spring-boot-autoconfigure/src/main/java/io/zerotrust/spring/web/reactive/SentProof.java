package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * A token and the proof it was sent with, until the token is verified.
 *
 * @param authorization the value of {@code Authorization}
 * @param token the token in it
 * @param text the proof
 * @param uri the URL of the request as the caller knows it
 */
record SentProof(String authorization, String token, String text, String uri) {

	private static final String ATTRIBUTE = SentProof.class.getName();

	static @Nullable SentProof of(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	/**
	 * Return the exchange as whoever reads bearer tokens understands it.
	 */
	ServerWebExchange asBearer(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
		return with(exchange, "Bearer " + this.token);
	}

	/**
	 * Return the exchange as it was sent.
	 */
	ServerWebExchange asSent(ServerWebExchange exchange) {
		return with(exchange, this.authorization);
	}

	private static ServerWebExchange with(ServerWebExchange exchange, String authorization) {
		return exchange.mutate()
			.request((request) -> request.headers((headers) -> headers.set(HttpHeaders.AUTHORIZATION, authorization)))
			.build();
	}

	@Override
	public String toString() {
		return "SentProof";
	}

}
