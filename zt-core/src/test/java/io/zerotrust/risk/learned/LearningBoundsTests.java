package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.risk.AsnLists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LearningBoundsTests {

	@ParameterizedTest
	@CsvSource({ "3,100,100,2,0,principals", "-1,100,100,2,0,principals", "100,0,100,2,0,sessions",
			"100,100,0,2,0,objects", "100,100,268435457,2,0,objects", "100,100,100,0,0,challengeBudget",
			"100,100,100,-1,0,challengeBudget", "100,100,100,1000,0,challengeBudget",
			"100,100,100,NaN,0,challengeBudget", "100,100,100,2,-1,observeFor" })
	void createWhenOutOfRangeThenRefusedByName(int principals, int sessions, int objects, double budget, int days,
			String name) {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new LearningBounds(principals, sessions, objects, budget, Duration.ofDays(days), AsnLists.none()))
			.withMessageStartingWith(name);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "2,2", "3,4", "1000,1024", "1048576,1048576", "268435456,268435456" })
	void objectsWhenNoPowerOfTwoThenRoundedUp(int objects, int expected) {
		assertThat(new LearningBounds(4, 1, objects, 2, Duration.ZERO, AsnLists.none()).objects()).isEqualTo(expected);
	}

	@Test
	void withWhenNetworksAreKnownThenTheRestStays() {
		AsnLists networks = AsnLists.of(Set.of(1), Set.of(2));
		LearningBounds bounds = LearningBounds.of(1000);
		assertThat(bounds.with(networks).networks()).isEqualTo(networks);
		assertThat(bounds.with(networks).with(AsnLists.none())).isEqualTo(bounds);
	}

}
