package io.zerotrust.spring.web.reactive;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.outcome.TouchedObjects;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.spring.web.stream.Transcript;

/**
 * Tells what came of a request when its response is over, and ends the response whose
 * caller may no longer have it. Stands around everything, exception handlers too.
 */
final class WatchedHandler implements HttpHandler {

	private final HttpHandler handler;

	private final Outcomes outcomes;

	private final Clock clock;

	private final StreamWatch streams;

	private WatchedHandler(HttpHandler handler, Outcomes outcomes, Clock clock, StreamWatch streams) {
		this.handler = Received.before(handler);
		this.outcomes = outcomes;
		this.clock = clock;
		this.streams = streams;
	}

	static HttpHandlerDecoratorFactory factory(Outcomes outcomes, Clock clock, StreamWatch streams) {
		return (handler) -> new WatchedHandler(handler, outcomes, clock, streams);
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		WatchedResponse watched = new WatchedResponse(response, new Transcript(this.outcomes, this.clock),
				this.streams);
		AtomicBoolean over = new AtomicBoolean();
		return this.handler.handle(request, watched)
			.doOnSuccess((done) -> end(watched, over, End.COMPLETED))
			.doOnError((ex) -> end(watched, over, End.FAILED))
			.doOnCancel(() -> end(watched, over, End.FAILED))
			.contextWrite((context) -> context.put(TouchedObjects.class, watched.transcript().touched()));
	}

	private static void end(WatchedResponse response, AtomicBoolean over, End end) {
		if (over.compareAndSet(false, true)) {
			response.end(end);
		}
	}

}
