package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

import io.zerotrust.access.TouchedObject;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveSurroundingsJourneyTests extends SurroundingsJourney {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.startReactive(SurroundingsApi.properties(), ReactiveSurroundingsApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		// it holds for the whole JVM
		Hooks.disableAutomaticContextPropagation();
	}

	@Override
	RunningApplication application() {
		return application;
	}

	@Test
	void getWhenSignalsTellThenTold() throws IOException {
		assertThat(direct("/signals").body()).isEqualTo("343");
		assertThat(told().objects()).containsExactly(new TouchedObject("books", "3"), new TouchedObject("books", "4"));
	}

	// signals need nothing of the threads
	@Test
	void getWhenNothingIsCarriedThenSignalsTellAndPlainCallsDoNot() throws IOException {
		Hooks.disableAutomaticContextPropagation();
		try {
			assertThat(direct("/signals").body()).isEqualTo("343");
			assertThat(told().objects()).hasSize(2);
			assertThat(direct("/other-thread").body()).isEqualTo("3");
			assertThat(told().objects()).isEmpty();
		}
		finally {
			Hooks.enableAutomaticContextPropagation();
		}
	}

}
