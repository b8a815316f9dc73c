package io.zerotrust.spring.journey;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import io.zerotrust.outcome.Touched;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.spring.journey.SurroundingsApi.Shelf;

/**
 * A servlet application whose requests are about objects.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SurroundingsApi.class, ServletSurroundingsApi.Handlers.class })
class ServletSurroundingsApi {

	@Bean
	@AnyAuthenticated(reason = "objects are looked at")
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/routed/{id}", (request) -> ServerResponse.ok().body(request.pathVariable("id")))
			.build();
	}

	@RestController
	@AnyAuthenticated(reason = "objects are looked at")
	static class Handlers {

		private final Shelf shelf;

		private final SimpleAsyncTaskExecutor carrying = new SimpleAsyncTaskExecutor();

		Handlers(Shelf shelf) {
			this.shelf = shelf;
			this.carrying.setTaskDecorator(new ContextPropagatingTaskDecorator());
		}

		@GetMapping("/shelves/{shelf}/books/{id}")
		String path(@PathVariable String shelf, @PathVariable String id) {
			return id;
		}

		@GetMapping("/books/{id}")
		String touched(@PathVariable String id) {
			this.shelf.find(id);
			this.shelf.find("2");
			Touched.object("authors", 7);
			return this.shelf.find("2");
		}

		@GetMapping("/other-thread")
		Callable<String> callable() {
			return () -> this.shelf.find("3");
		}

		@GetMapping("/streamed")
		StreamingResponseBody streamed() {
			return (body) -> body.write(this.shelf.find("3").getBytes());
		}

		@GetMapping("/carried")
		CompletableFuture<String> carried() {
			return CompletableFuture.supplyAsync(() -> this.shelf.find("3"), this.carrying);
		}

		@GetMapping("/lost")
		CompletableFuture<String> lost() {
			return CompletableFuture.supplyAsync(() -> this.shelf.find("3"), new SimpleAsyncTaskExecutor());
		}

		@GetMapping("/many")
		String many() {
			for (int i = 0; i < 1500; i++) {
				this.shelf.find(Integer.toString(i));
			}
			return this.shelf.find("0");
		}

		@GetMapping("/blank")
		String blank() {
			return this.shelf.find(" ");
		}

	}

}
