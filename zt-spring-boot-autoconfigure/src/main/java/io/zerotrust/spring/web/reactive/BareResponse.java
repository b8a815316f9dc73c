package io.zerotrust.spring.web.reactive;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Holds a refusal without a body back, so that it can still get one. Whoever wrote a body
 * has said what there is to say.
 */
final class BareResponse extends ServerHttpResponseDecorator {

	private volatile boolean touched;

	BareResponse(ServerHttpResponse response) {
		super(response);
	}

	/**
	 * Whether nobody has given the response a body.
	 */
	boolean isBare() {
		return !this.touched && !isCommitted();
	}

	/**
	 * Whether the status is one of those Spring Security refuses with.
	 */
	boolean isRefusal() {
		HttpStatusCode status = getStatusCode();
		return status != null && (status.value() == 401 || status.value() == 403);
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		this.touched = true;
		return super.writeWith(body);
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		this.touched = true;
		return super.writeAndFlushWith(body);
	}

	@Override
	public Mono<Void> setComplete() {
		// completed later, by us or by the server
		return Mono.defer(() -> (isRefusal() && isBare()) ? Mono.empty() : super.setComplete());
	}

}
