package io.zerotrust.spring.web.reactive;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseCookie;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
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
		this.request = new Unread(request);
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

	@Override
	public Mono<MultiValueMap<String, String>> getFormData() {
		return Mono.error(MappingExchange::unread);
	}

	@Override
	public Mono<MultiValueMap<String, Part>> getMultipartData() {
		return Mono.error(MappingExchange::unread);
	}

	private static IllegalStateException unread() {
		return new IllegalStateException("the body is not read before the caller is known");
	}

	/**
	 * A request whose body stays where it is. What asks for it fails, as it could answer
	 * otherwise with it than without it.
	 */
	private static final class Unread extends ServerHttpRequestDecorator {

		Unread(ServerHttpRequest request) {
			super(request);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return Flux.error(MappingExchange::unread);
		}

	}

	/**
	 * A response that nobody gets.
	 */
	private static final class Detached extends ServerHttpResponseDecorator {

		private final HttpHeaders headers = new HttpHeaders();

		private final MultiValueMap<String, ResponseCookie> cookies = new LinkedMultiValueMap<>();

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
		public MultiValueMap<String, ResponseCookie> getCookies() {
			return this.cookies;
		}

		@Override
		public void addCookie(ResponseCookie cookie) {
			this.cookies.add(cookie.getName(), cookie);
		}

		@Override
		public void beforeCommit(Supplier<? extends Mono<Void>> action) {
			// it is never committed
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return Flux.from(body).doOnNext(DataBufferUtils::release).then();
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return writeWith(Flux.from(body).concatMap(Function.identity()));
		}

		@Override
		public Mono<Void> setComplete() {
			return Mono.empty();
		}

	}

}
