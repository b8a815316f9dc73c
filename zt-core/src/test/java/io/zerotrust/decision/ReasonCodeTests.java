package io.zerotrust.decision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReasonCodeTests {

	@Test
	void roomWhenAskedThenIsWhatStandsBeforeTheDot() {
		assertThat(new ReasonCode("step-up.required", 401, "Log in again.").room()).isEqualTo("step-up");
	}

	@Test
	void codeWhenMalformedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ReasonCode("expired", 401, "Log in again."))
			.withMessageContaining("expired");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 200, 399, 600 })
	void codeWhenStatusIsNoRefusalThenRefused(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ReasonCode("token.expired", status, "Log in again."))
			.withMessageContaining(Integer.toString(status));
	}

	@Test
	void codeWhenItSaysNotWhatToDoThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ReasonCode("token.expired", 401, " "))
			.withMessageContaining("token.expired");
	}

	@Test
	void catalogueWhenReadThenHasEachCodeOnce() {
		assertThat(ReasonCodes.all()).extracting(ReasonCode::code).hasSizeGreaterThan(30).doesNotHaveDuplicates();
	}

}
