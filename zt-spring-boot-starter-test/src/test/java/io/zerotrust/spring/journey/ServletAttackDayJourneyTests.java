package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ServletAttackDayJourneyTests extends AttackDayJourney {

	@SuppressWarnings("NullAway.Init")
	private static RunningApplication application;

	@BeforeAll
	static void start() throws IOException {
		application = RunningApplication.start(AttackDayApi.properties("zt.risk.observe-for=0"), AttackDayApi.class);
		history(application);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Override
	RunningApplication application() {
		return application;
	}

}
