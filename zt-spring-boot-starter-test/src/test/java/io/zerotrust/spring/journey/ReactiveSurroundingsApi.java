package io.zerotrust.spring.journey;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.zerotrust.outcome.Touched;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.spring.journey.SurroundingsApi.Shelf;
import io.zerotrust.spring.touched.TouchedSignals;

/**
 * A WebFlux application whose requests are about objects.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SurroundingsApi.class, ReactiveSurroundingsApi.Handlers.class })
class ReactiveSurroundingsApi {

	@Bean
	@AnyAuthenticated(reason = "objects are looked at")
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/routed/{id}", (request) -> ServerResponse.ok().bodyValue(request.pathVariable("id")))
			.build();
	}

	@RestController
	@AnyAuthenticated(reason = "objects are looked at")
	static class Handlers {

		private final Shelf shelf;

		Handlers(Shelf shelf) {
			this.shelf = shelf;
		}

		@GetMapping("/shelves/{shelf}/books/{id}")
		Mono<String> path(@PathVariable String shelf, @PathVariable String id) {
			return Mono.just(id);
		}

		@GetMapping("/books/{id}")
		Mono<String> touched(@PathVariable String id) {
			this.shelf.find(id);
			Touched.object("authors", 7);
			return Mono.just("2").map(this.shelf::find);
		}

		@GetMapping("/other-thread")
		Mono<String> otherThread() {
			return Mono.delay(Duration.ofMillis(5)).map((tick) -> this.shelf.find("3"));
		}

		@GetMapping("/streamed")
		Mono<String> blockingThread() {
			return Mono.fromCallable(() -> this.shelf.find("3")).subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/signals")
		Flux<String> signals() {
			return Flux.just("3", "4", "3").doOnEach(TouchedSignals.object("books", (id) -> id));
		}

		@GetMapping("/many")
		Mono<String> many() {
			return Flux.range(0, 1500).map((i) -> this.shelf.find(Integer.toString(i))).last();
		}

		@GetMapping("/blank")
		Mono<String> blank() {
			return Mono.just(" ").doOnEach(TouchedSignals.object("books", (id) -> id));
		}

	}

}
