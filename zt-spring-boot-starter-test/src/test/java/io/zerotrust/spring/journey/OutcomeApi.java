package io.zerotrust.spring.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;

/**
 * An application that ends its responses in every way there is, and two listeners: one
 * keeps the outcomes, one always throws.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OutcomeApi.Handlers.class)
class OutcomeApi {

	@Bean
	OutcomeListener throwing() {
		return (outcome) -> {
			throw new IllegalStateException("a listener of the application");
		};
	}

	@Bean
	KeptOutcomes kept() {
		return new KeptOutcomes();
	}

	@Bean
	Guarded guarded() {
		return new Guarded();
	}

	static class Guarded {

		@RequiresStepUp(maxAge = 60)
		@AnyAuthenticated(reason = "only the login counts")
		String serve() {
			return "guarded";
		}

	}

	@RestController
	@AnyAuthenticated(reason = "outcomes are looked at")
	static class Handlers {

		private final Guarded guarded;

		Handlers(Guarded guarded) {
			this.guarded = guarded;
		}

		@GetMapping("/open")
		@PublicAccess(reason = "a shop window")
		String open() {
			return "open";
		}

		@GetMapping("/owners/{ownerId}/visits/{visitId:[0-9]+}")
		Map<String, String> visit(@PathVariable String ownerId, @PathVariable String visitId) {
			return Map.of("owner", ownerId);
		}

		@PostMapping("/orders")
		ResponseEntity<String> create(@RequestBody String order) {
			return ResponseEntity.status(HttpStatus.CREATED).body(order);
		}

		@GetMapping("/scoped")
		@RequiresScope("special")
		String scoped() {
			return "scoped";
		}

		@GetMapping("/written")
		void written(HttpServletResponse response) throws IOException {
			response.setCharacterEncoding("UTF-8");
			response.getWriter().write("grüße€");
			response.getWriter().write('!');
		}

		@GetMapping("/rewritten")
		void rewritten(HttpServletResponse response) throws IOException {
			response.getOutputStream().write(new byte[100]);
			response.resetBuffer();
			response.getOutputStream().write(new byte[3]);
		}

		@GetMapping("/restarted")
		void restarted(HttpServletResponse response) throws IOException {
			response.getOutputStream().write(new byte[100]);
			response.reset();
			response.getWriter().write("four");
		}

		@GetMapping("/lines")
		void lines(HttpServletResponse response) throws IOException {
			response.getWriter().println("one");
			response.getWriter().println();
			response.getWriter().append("two").printf("%d", 3);
		}

		@GetMapping("/overruled")
		void overruled(HttpServletResponse response) throws IOException {
			response.getOutputStream().write(new byte[100]);
			response.sendError(410);
		}

		@GetMapping("/redirected")
		void redirected(HttpServletResponse response) throws IOException {
			response.getOutputStream().write(new byte[100]);
			response.sendRedirect("/open");
		}

		@GetMapping("/endless-text")
		void endlessText(HttpServletResponse response) throws IOException {
			String much = "x".repeat(65536);
			// a writer tells nothing else of a client that has gone
			for (int i = 0; i < 2000 && !response.getWriter().checkError(); i++) {
				response.getWriter().write(much);
			}
		}

		@GetMapping("/empty")
		ResponseEntity<Void> empty() {
			return ResponseEntity.noContent().build();
		}

		@GetMapping("/broken")
		String broken() {
			throw new IllegalStateException("a fault of the application");
		}

		@GetMapping("/gone")
		void gone(HttpServletResponse response) throws IOException {
			response.sendError(410);
		}

		@GetMapping("/own-rule")
		String ownRule() {
			throw new AccessDeniedException("a rule of the application");
		}

		@GetMapping("/guarded")
		String guarded() {
			return this.guarded.serve();
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> "callable";
		}

		@GetMapping("/failing")
		Callable<String> failing() {
			return () -> {
				throw new IllegalStateException("a fault of the application");
			};
		}

		@GetMapping("/late")
		DeferredResult<String> late() {
			return new DeferredResult<>(50L);
		}

		@GetMapping("/polled")
		DeferredResult<String> polled() {
			return new DeferredResult<>(50L, "nothing new");
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (body) -> {
				body.write("one".getBytes(StandardCharsets.UTF_8));
				body.flush();
				body.write("two".getBytes(StandardCharsets.UTF_8));
			};
		}

		@GetMapping("/torn")
		StreamingResponseBody torn() {
			return (body) -> {
				body.write(new byte[16384]);
				throw new IOException("the source has dried up");
			};
		}

		@GetMapping("/endless")
		StreamingResponseBody endless() {
			return (body) -> {
				byte[] much = new byte[65536];
				while (true) {
					body.write(much);
					body.flush();
				}
			};
		}

		@GetMapping("/events")
		SseEmitter events() throws IOException {
			SseEmitter emitter = new SseEmitter();
			emitter.send("one");
			new Thread(() -> finish(emitter)).start();
			return emitter;
		}

		private static void finish(SseEmitter emitter) {
			try {
				emitter.send("two");
				emitter.complete();
			}
			catch (IOException ex) {
				emitter.completeWithError(ex);
			}
		}

		@GetMapping("/bare-async")
		void bareAsync(HttpServletRequest request, HttpServletResponse response) {
			writeFive(request.startAsync(request, response));
		}

		@GetMapping("/bare-async-uncounted")
		void bareAsyncUncounted(HttpServletRequest request) {
			writeFive(request.startAsync());
		}

		private static void writeFive(AsyncContext context) {
			context.start(() -> {
				try {
					context.getResponse().getOutputStream().write(new byte[5]);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				context.complete();
			});
		}

		@GetMapping("/forward")
		void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			request.getRequestDispatcher("/scoped").forward(request, response);
		}

		@GetMapping("/include")
		void include(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			response.getOutputStream().write(new byte[2]);
			request.getRequestDispatcher("/scoped").include(request, response);
		}

	}

	/**
	 * Outcomes in the order they were told.
	 */
	static class KeptOutcomes implements OutcomeListener {

		private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

		@Override
		public void accept(Outcome outcome) {
			this.outcomes.add(outcome);
		}

		Outcome next() {
			try {
				Outcome outcome = this.outcomes.poll(10, TimeUnit.SECONDS);
				if (outcome == null) {
					throw new AssertionError("no outcome was told");
				}
				return outcome;
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		boolean isEmpty() {
			return this.outcomes.isEmpty();
		}

	}

}
