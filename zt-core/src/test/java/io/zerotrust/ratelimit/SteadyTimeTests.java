package io.zerotrust.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.MovableClock;

import static io.zerotrust.Findings.assertPasses;
import static io.zerotrust.Findings.code;
import static org.assertj.core.api.Assertions.assertThat;

class SteadyTimeTests {

	private static final String CALLER = "203.0.113.9";

	private final MovableClock clock = new MovableClock();

	private final SteadyTime time = new SteadyTime(this.clock);

	private final long start = this.time.currentTimeNanos();

	@Test
	void readWhenClockMovesThenFollows() {
		this.clock.move(Duration.ofMillis(7));
		assertThat(passed()).isEqualTo(Duration.ofMillis(7));
		assertThat(this.time.isWallClockBased()).isFalse();
	}

	@Test
	void readWhenClockIsALittleBehindThenWaitsForIt() {
		this.clock.move(Duration.ofSeconds(-9));
		assertThat(passed()).isZero();
		this.clock.move(Duration.ofSeconds(9));
		assertThat(passed()).isZero();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(passed()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void readWhenClockIsPutBackThenGoesOnFromThere() {
		this.clock.move(Duration.ofDays(-1));
		assertThat(passed()).isZero();
		assertThat(passed()).isZero();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(passed()).isEqualTo(Duration.ofSeconds(1));
		this.clock.move(Duration.ofDays(-400));
		assertThat(passed()).isEqualTo(Duration.ofSeconds(1));
		this.clock.move(Duration.ofSeconds(2));
		assertThat(passed()).isEqualTo(Duration.ofSeconds(3));
	}

	// it read the clock, was held up while another went on, and comes late
	@Test
	void readWhenThreadComesLateThenClockIsNotTakenForPutBack() {
		Instant began = Instant.parse("2026-01-01T12:00:00Z");
		Instant later = began.plus(Duration.ofHours(1));
		Iterator<Instant> shown = List.of(began, later, began, later, later).iterator();
		SteadyTime raced = new SteadyTime(new MovableClock() {

			@Override
			public Instant instant() {
				return shown.next();
			}

		});
		long first = raced.read();
		assertThat(raced.read()).isEqualTo(first);
		assertThat(raced.read()).isEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT-0.001S", "PT-9S", "PT-1H", "PT-20000H" })
	void evaluateWhenClockIsPutBackThenNothingIsForgivenAndNobodyWaitsLonger(String step) {
		Limited limited = Limited.failures(60);
		limited.fail(CALLER, 60);
		limited.clock.move(Duration.parse(step));
		for (int i = 0; i < 10; i++) {
			assertThat(code(limited.arrive(CALLER))).isEqualTo("limit.address-failures");
		}
		limited.clock.move(Duration.ofSeconds(1).plus(Duration.ofSeconds(9)));
		assertPasses(limited.arrive(CALLER));
	}

	private Duration passed() {
		return Duration.ofNanos(this.time.read() - this.start);
	}

}
