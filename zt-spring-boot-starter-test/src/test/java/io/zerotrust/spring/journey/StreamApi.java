package io.zerotrust.spring.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;

/**
 * A servlet application whose responses stay open in every way there is.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StreamApi.Handlers.class)
class StreamApi {

	@Bean
	KeptOutcomes kept() {
		return new KeptOutcomes();
	}

	@Bean
	Outage outage() {
		return new Outage();
	}

	/**
	 * Somebody to ask who may be away.
	 */
	static final class Outage implements RemoteCheck {

		volatile boolean away;

		@Override
		public String name() {
			return "own.remote";
		}

		@Override
		public CompletionStage<Finding> evaluate(AccessRequest request) {
			return (this.away && "outage".equals(request.subject().id())) ? new CompletableFuture<>()
					: CompletableFuture.completedFuture(Finding.pass());
		}

	}

	@RestController
	@AnyAuthenticated(reason = "responses stay open")
	static class Handlers {

		/**
		 * More than the container keeps back. MVC flushes the body at its end alone.
		 */
		private static final String PART = "part" + ".".repeat(16384);

		private final CountDownLatch never = new CountDownLatch(1);

		@GetMapping("/events")
		SseEmitter events() {
			SseEmitter emitter = new SseEmitter(0L);
			Thread sender = new Thread(() -> {
				try {
					for (int i = 0; i < 200; i++) {
						emitter.send("event");
						pause();
					}
				}
				catch (IOException | IllegalStateException ex) {
					// nobody listens any more
				}
			});
			sender.setDaemon(true);
			sender.start();
			return emitter;
		}

		@GetMapping("/public-events")
		@PublicAccess(reason = "news")
		SseEmitter publicEvents() {
			return events();
		}

		@GetMapping("/idle-events")
		SseEmitter idleEvents() throws IOException {
			SseEmitter emitter = new SseEmitter(0L);
			emitter.send("event");
			return emitter;
		}

		@GetMapping(path = "/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> flux() {
			return Flux.interval(Duration.ofMillis(50)).onBackpressureDrop().map((i) -> "event");
		}

		@GetMapping("/download")
		StreamingResponseBody download() {
			return Handlers::writeLong;
		}

		// takes a failed write for the end of its work
		@GetMapping("/swallowing-download")
		StreamingResponseBody swallowing() {
			return (body) -> {
				try (body) {
					writeLong(body);
				}
				catch (IOException ex) {
					// so be it
				}
			};
		}

		@GetMapping("/idle-download")
		StreamingResponseBody idleDownload() {
			return (body) -> {
				body.write(PART.getBytes(StandardCharsets.UTF_8));
				body.flush();
				await(this.never);
			};
		}

		@GetMapping("/blocking")
		void blocking(HttpServletResponse response) throws IOException {
			response.setContentType("application/octet-stream");
			writeLong(response.getOutputStream());
		}

		@GetMapping("/swallowing-blocking")
		void swallowingBlocking(HttpServletResponse response) {
			response.setContentType("application/octet-stream");
			try (OutputStream body = response.getOutputStream()) {
				writeLong(body);
			}
			catch (IOException ex) {
				// so be it
			}
		}

		@GetMapping("/written")
		void written(HttpServletResponse response) throws IOException {
			response.setContentType("text/plain");
			try (PrintWriter writer = response.getWriter()) {
				for (int i = 0; i < 200 && !writer.checkError(); i++) {
					writer.write(PART);
					pause();
				}
			}
		}

		@GetMapping("/bare-async")
		void bareAsync(HttpServletRequest request, HttpServletResponse response) throws IOException {
			AsyncContext context = request.startAsync(request, response);
			context.setTimeout(0);
			response.getOutputStream().write(PART.getBytes(StandardCharsets.UTF_8));
			response.flushBuffer();
		}

		@GetMapping("/bare-async-uncounted")
		void bareAsyncUncounted(HttpServletRequest request) throws IOException {
			AsyncContext context = request.startAsync();
			context.setTimeout(0);
			context.getResponse().getOutputStream().write(PART.getBytes(StandardCharsets.UTF_8));
			context.getResponse().flushBuffer();
		}

		@GetMapping("/polled")
		DeferredResult<String> polled() {
			return new DeferredResult<>(0L);
		}

		@GetMapping("/short-poll")
		DeferredResult<String> shortPoll() {
			return new DeferredResult<>(1500L, "nothing new");
		}

		@GetMapping("/slow")
		String slow() {
			pause(1500);
			return "slow";
		}

		private static void writeLong(OutputStream body) throws IOException {
			for (int i = 0; i < 200; i++) {
				body.write(PART.getBytes(StandardCharsets.UTF_8));
				body.flush();
				pause();
			}
		}

		private static void await(CountDownLatch latch) {
			try {
				latch.await(20, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private static void pause() {
			pause(50);
		}

		private static void pause(long millis) {
			try {
				Thread.sleep(millis);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
