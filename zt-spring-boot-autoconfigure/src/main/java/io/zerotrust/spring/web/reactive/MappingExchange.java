package io.zerotrust.spring.web.reactive;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * An exchange to ask handler mappings with: what they note and answer stays in here.
 */
final class MappingExchange extends ServerWebExchangeDecorator {

	private final Map<String, Object> attributes;

	private final ServerHttpRequest request;

	private final Detached response;

	private MappingExchange(ServerWebExchange exchange, ServerHttpRequest request) {
		super(exchange);
		this.attributes = new HashMap<>(exchange.getAttributes());
		this.request = request;
		this.response = new Detached(exchange.getResponse());
	}

	/**
	 * Return an exchange for which mappings answer with the handler, whatever they think
	 * of its origin.
	 */
	static MappingExchange of(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		boolean origin = request.getHeaders().containsHeader(HttpHeaders.ORIGIN);
		return new MappingExchange(exchange,
				origin ? request.mutate().headers((headers) -> headers.remove(HttpHeaders.ORIGIN)).build() : request);
	}

	/**
	 * Return an exchange for which mappings answer as for the request itself.
	 */
	static MappingExchange withOrigin(ServerWebExchange exchange) {
		return new MappingExchange(exchange, exchange.getRequest());
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

	@Override
	public ServerHttpResponse getResponse() {
		return this.response;
	}

	/**
	 * A response that nobody gets.
	 */
	private static final class Detached extends ServerHttpResponseDecorator {

		private final HttpHeaders headers = new HttpHeaders();

		private @Nullable HttpStatusCode status;

		Detached(ServerHttpResponse response) {
			super(response);
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public boolean setStatusCode(@Nullable HttpStatusCode status) {
			this.status = status;
			return true;
		}

		@Override
		public @Nullable HttpStatusCode getStatusCode() {
			return this.status;
		}

		@Override
		public Mono<Void> setComplete() {
			return Mono.empty();
		}

	}

}
