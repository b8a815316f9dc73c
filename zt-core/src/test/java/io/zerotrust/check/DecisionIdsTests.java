package io.zerotrust.check;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionIdsTests {

	private final DecisionIds ids = new DecisionIds(new SecureRandom());

	@Test
	void getWhenAskedThen128BitsInHex() {
		assertThat(this.ids.get()).matches("[0-9a-f]{32}");
	}

	@Test
	void getWhenAskedOftenThenDistinct() {
		assertThat(IntStream.range(0, 1000).mapToObj((i) -> this.ids.get()).collect(Collectors.toSet())).hasSize(1000);
	}

}
