package io.zerotrust.spring.web.reactive;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.spring.web.stream.OpenStream;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.spring.web.stream.Transcript;

/**
 * Counts the bytes of the body that pass through it, as long as the caller may have it. A
 * body in one piece is asked about when it comes; one in parts is watched while it is on
 * its way.
 */
final class WatchedResponse extends ServerHttpResponseDecorator {

	private final StreamWatch streams;

	private final Transcript transcript;

	private final Sinks.Empty<Void> cut = Sinks.empty();

	private volatile @Nullable ServerWebExchange exchange;

	private volatile @Nullable OpenStream open;

	private volatile @Nullable Evaluation refusal;

	private volatile boolean answering;

	WatchedResponse(ServerHttpResponse response, Transcript transcript, StreamWatch streams) {
		super(response);
		this.transcript = transcript;
		this.streams = streams;
	}

	Transcript transcript() {
		return this.transcript;
	}

	/**
	 * Remember what the response is for.
	 */
	void serves(ServerWebExchange exchange) {
		this.exchange = exchange;
	}

	/**
	 * Let the refusal itself be written.
	 */
	void answer() {
		this.answering = true;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		OpenStream stream = open();
		if (stream == null || this.answering) {
			return failing(super.writeWith(counted(body)));
		}
		if (body instanceof Mono<? extends DataBuffer> whole) {
			return failing(super.writeWith(whole(whole, stream)));
		}
		Flux<DataBuffer> parts = untilCut(counted(body));
		return watched(super.writeWith(parts), stream);
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		OpenStream stream = open();
		if (stream == null || this.answering) {
			return failing(super.writeAndFlushWith(Flux.from(body).map(this::counted)));
		}
		// a part may be long too
		Flux<Flux<DataBuffer>> parts = Flux.from(body).map((part) -> untilCut(counted(part)));
		Mono<Void> written = super.writeAndFlushWith(untilCut(parts));
		return watched(written, stream);
	}

	private Publisher<? extends DataBuffer> counted(Publisher<? extends DataBuffer> body) {
		return (body instanceof Mono<? extends DataBuffer> whole) ? whole.doOnNext(this::count)
				: Flux.from(body).doOnNext(this::count);
	}

	private void count(DataBuffer buffer) {
		this.transcript.tally().add(buffer.readableByteCount());
	}

	private Mono<? extends DataBuffer> whole(Mono<? extends DataBuffer> body, OpenStream stream) {
		return body.flatMap((buffer) -> {
			if (!stream.isDue()) {
				count(buffer);
				return Mono.just(buffer);
			}
			return Mono.fromFuture(stream.verify(), true).flatMap((permitted) -> {
				Evaluation refused = this.refusal;
				if (refused != null) {
					DataBufferUtils.release(buffer);
					return Mono.error(new StreamRefusedException(refused));
				}
				count(buffer);
				return Mono.just(buffer);
			});
		});
	}

	private Mono<Void> watched(Mono<Void> written, OpenStream stream) {
		return failing(written).doOnSubscribe((subscription) -> stream.watch()).doFinally((signal) -> stream.end());
	}

	private <T> Flux<T> untilCut(Publisher<? extends T> body) {
		return Flux.<T>from(body).takeUntilOther(this.cut.asMono());
	}

	private Mono<Void> failing(Mono<Void> written) {
		return written.doOnError((ex) -> {
			if (isCommitted()) {
				this.transcript.note(End.FAILED);
			}
		});
	}

	private @Nullable OpenStream open() {
		OpenStream open = this.open;
		AccessRequest permitted = (open == null) ? this.transcript.permitted() : null;
		if (permitted != null) {
			open = this.streams.open(permitted, this::cut);
			this.open = open;
		}
		return open;
	}

	/**
	 * Events end well, since their reader takes each for itself; anything else fails.
	 */
	private void cut(Evaluation evaluation) {
		this.transcript.note(End.CUT_OFF);
		this.refusal = evaluation;
		MediaType type = getHeaders().getContentType();
		if (isCommitted() && type != null && MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type)) {
			this.cut.tryEmitEmpty();
		}
		else {
			this.cut.tryEmitError(new StreamRefusedException(evaluation));
		}
	}

	/**
	 * The response is over, or given up.
	 */
	void end(End end) {
		OpenStream open = this.open;
		if (open != null) {
			open.end();
		}
		if (end != End.COMPLETED) {
			this.transcript.note(end);
		}
		ServerWebExchange served = this.exchange;
		if (served == null || Exchanges.isLeft(served)) {
			return;
		}
		this.transcript.note(HandlerResolver.objects(served));
		this.transcript.tell(status(end), this.transcript.end());
	}

	private int status(End end) {
		HttpStatusCode status = getStatusCode();
		if (end == End.FAILED && !isCommitted() && (status == null || !status.isError())) {
			return HttpStatus.INTERNAL_SERVER_ERROR.value();
		}
		return (status != null) ? status.value() : HttpStatus.OK.value();
	}

}
