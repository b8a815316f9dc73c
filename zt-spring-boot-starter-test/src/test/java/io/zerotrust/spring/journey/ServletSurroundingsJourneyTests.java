package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zerotrust.access.TouchedObject;

import static org.assertj.core.api.Assertions.assertThat;

class ServletSurroundingsJourneyTests extends SurroundingsJourney {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(SurroundingsApi.properties(), ServletSurroundingsApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Override
	RunningApplication application() {
		return application;
	}

	@Test
	void getWhenExecutorCarriesContextsThenToldElseNot() throws IOException {
		assertThat(direct("/carried").body()).isEqualTo("3");
		assertThat(told().objects()).containsExactly(new TouchedObject("books", "3"));
		assertThat(direct("/lost").body()).isEqualTo("3");
		assertThat(told().objects()).isEmpty();
	}

}
