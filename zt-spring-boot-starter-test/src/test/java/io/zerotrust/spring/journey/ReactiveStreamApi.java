package io.zerotrust.spring.journey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.Evaluation;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;
import io.zerotrust.spring.journey.StreamApi.Outage;

/**
 * A WebFlux application whose responses stay open in every way there is, and whose
 * services have rules.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ReactiveStreamApi.Handlers.class)
class ReactiveStreamApi {

	static final List<Evaluation> DECISIONS = new CopyOnWriteArrayList<>();

	@Bean
	AuditSink decisions() {
		return DECISIONS::add;
	}

	@Bean
	KeptOutcomes kept() {
		return new KeptOutcomes();
	}

	@Bean
	Outage outage() {
		return new Outage();
	}

	@Bean
	Guarded guarded() {
		return new Guarded();
	}

	@RequiresScope("ruled")
	static class Guarded {

		Mono<String> mono() {
			return Mono.just(Ran.record("mono"));
		}

		Flux<String> flux() {
			return Flux.just(Ran.record("flux"));
		}

		String plain() {
			return Ran.record("plain");
		}

	}

	@RestController
	@AnyAuthenticated(reason = "responses stay open")
	static class Handlers {

		private static final String PART = "part" + ".".repeat(1024);

		private final Guarded guarded;

		Handlers(Guarded guarded) {
			this.guarded = guarded;
		}

		@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> events() {
			return ticks().map((i) -> "event");
		}

		@GetMapping(path = "/public-events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		@PublicAccess(reason = "news")
		Flux<String> publicEvents() {
			return events();
		}

		@GetMapping(path = "/idle-events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> idleEvents() {
			return Flux.just("event").concatWith(Flux.never());
		}

		@GetMapping(path = "/lines", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<List<String>> lines() {
			return ticks().map((i) -> List.of("part"));
		}

		@GetMapping("/download")
		Mono<Void> download(ServerHttpResponse response) {
			return response.writeWith(ticks().map((i) -> part(response)));
		}

		@GetMapping("/idle-download")
		Mono<Void> idleDownload(ServerHttpResponse response) {
			return response.writeAndFlushWith(Mono.just(Flux.just(part(response)).concatWith(Flux.never())));
		}

		@GetMapping("/polled")
		Flux<String> polled() {
			return Flux.never();
		}

		@GetMapping("/slow")
		Mono<String> slow() {
			return Mono.delay(Duration.ofMillis(1500)).thenReturn("slow");
		}

		@GetMapping("/owners/{ownerId}")
		Mono<String> owner(@PathVariable String ownerId) {
			return Mono.just(ownerId);
		}

		@GetMapping("/broken")
		Mono<String> broken() {
			return Mono.error(new IllegalStateException("a fault of the application"));
		}

		@GetMapping("/mono")
		Mono<String> mono() {
			return this.guarded.mono();
		}

		@GetMapping("/flux")
		Flux<String> flux() {
			return this.guarded.flux();
		}

		@GetMapping("/plain")
		Mono<String> plain() {
			return Mono.fromCallable(this.guarded::plain);
		}

		private static Flux<Long> ticks() {
			return Flux.interval(Duration.ofMillis(50)).onBackpressureDrop();
		}

		private static DataBuffer part(ServerHttpResponse response) {
			return response.bufferFactory().wrap(PART.getBytes());
		}

	}

}
