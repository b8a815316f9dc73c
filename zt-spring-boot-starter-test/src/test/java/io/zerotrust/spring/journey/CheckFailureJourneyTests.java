package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks of the application's own that throw, hang or grant what is not theirs to grant.
 */
class CheckFailureJourneyTests {

	@Test
	void getWhenCheckThrowsThenRefused() throws IOException {
		assertThat(answer(Throwing.class)).isEqualTo("403 check.failed");
		assertThat(answer(Throwing.class, "zt.checks[own.throwing].on-failure=pass")).isEqualTo("200 ");
		assertThat(answer(Throwing.class, "zt.checks[own.throwing].mode=observe")).isEqualTo("200 ");
	}

	@Test
	void getWhenRemoteCheckHangsThenRefusedInTime() throws IOException {
		long start = System.nanoTime();
		assertThat(answer(Hanging.class, "zt.checks[own.hanging].timeout=100ms")).isEqualTo("403 check.failed");
		assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);
		assertThat(
				answer(Hanging.class, "zt.checks[own.hanging].timeout=100ms", "zt.checks[own.hanging].on-failure=pass"))
			.isEqualTo("200 ");
	}

	@Test
	void getWhenCheckGrantsThenRefusedWhateverItsSettings() throws IOException {
		assertThat(answer(Granting.class, "zt.checks[own.granting].on-failure=pass")).isEqualTo("403 check.failed");
	}

	/**
	 * Starts an application with a check, and asks it once without and once with the
	 * scope.
	 */
	private static String answer(Class<?> check, String... properties) throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of(properties), Api.class, check)) {
			Answer bare = application.get("/orders", application.bearer());
			assertThat(bare.status()).as("%s", bare).isEqualTo(403);
			assertThat(bare.code()).isEqualTo("policy.scope-missing");
			Answer answer = application.get("/orders", application.bearer("orders:read"));
			return answer.status() + " " + answer.code();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Throwing {

		@Bean
		LocalCheck throwing() {
			return new LocalCheck() {

				@Override
				public String name() {
					return "own.throwing";
				}

				@Override
				public Finding evaluate(AccessRequest request) {
					throw new IllegalStateException("boom");
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Granting {

		@Bean
		LocalCheck granting() {
			return new LocalCheck() {

				@Override
				public String name() {
					return "own.granting";
				}

				@Override
				public Finding evaluate(AccessRequest request) {
					return Finding.grant();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Hanging {

		@Bean
		RemoteCheck hanging() {
			return new RemoteCheck() {

				@Override
				public String name() {
					return "own.hanging";
				}

				@Override
				public CompletionStage<Finding> evaluate(AccessRequest request) {
					return new CompletableFuture<>();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, Advice.class })
	static class Api {

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler(Exception.class)
		String everythingIsFine() {
			return "fine";
		}

	}

}
