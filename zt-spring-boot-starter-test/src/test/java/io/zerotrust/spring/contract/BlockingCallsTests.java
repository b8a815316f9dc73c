package io.zerotrust.spring.contract;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.spring.journey.Answer;
import io.zerotrust.spring.journey.RunningApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The watch on the event loop bites.
 */
class BlockingCallsTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		BlockingCalls.watch();
		application = RunningApplication.startReactive(List.of(), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		BlockingCalls.take();
	}

	@Test
	void getWhenHandlerSleepsOnTheEventLoopThenSeenAndFailed() throws IOException {
		assertThat(get("/sleep").status()).isEqualTo(500);
		assertThat(BlockingCalls.take()).singleElement()
			.asString()
			.contains("java.lang.Thread.sleep", BlockingCallsTests.class.getName());
	}

	@Test
	void getWhenHandlerBlocksForAMonoThenSeenAndFailed() throws IOException {
		assertThat(get("/block").status()).isEqualTo(500);
	}

	@Test
	void getWhenHandlerSleepsElsewhereThenServed() throws IOException {
		assertThat(get("/elsewhere").body()).isEqualTo("slept");
		BlockingCalls.assertNone();
	}

	private static Answer get(String target) throws IOException {
		return RunningApplication.send(application.port(), "GET", target, "");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.build();
		}

	}

	@RestController
	@PublicAccess(reason = "everybody may wait")
	static class Controller {

		@GetMapping("/sleep")
		Mono<String> sleep() {
			return Mono.fromCallable(Controller::slept);
		}

		@GetMapping("/block")
		Mono<String> block() {
			return Mono.fromCallable(
					() -> String.valueOf(Mono.just("x").delayElement(java.time.Duration.ofMillis(1)).block()));
		}

		@GetMapping("/elsewhere")
		Mono<String> elsewhere() {
			return Mono.fromCallable(Controller::slept).subscribeOn(Schedulers.boundedElastic());
		}

		private static String slept() throws InterruptedException {
			Thread.sleep(1);
			return "slept";
		}

	}

}
