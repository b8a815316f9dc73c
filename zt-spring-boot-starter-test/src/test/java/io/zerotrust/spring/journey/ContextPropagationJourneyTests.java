package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where Reactor carries the caller to its threads, plain methods know him.
 */
class ContextPropagationJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.startReactive(List.of(), ReactiveStreamApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		// it holds for the whole JVM
		Hooks.disableAutomaticContextPropagation();
	}

	@Test
	void callWhenPlainThenDecidedForTheCaller() throws IOException {
		assertThat(application.get("/plain", application.bearer("other")).code()).isEqualTo("policy.scope-missing");
		Answer answer = application.get("/plain", application.bearer("ruled"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

}
