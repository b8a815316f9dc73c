package io.zerotrust.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.decision.Challenge.Proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReasonTests {

	private static final Reason REASON = Reason.of("test.reason");

	@ParameterizedTest
	@ValueSource(strings = { "token.expired", "step-up.required", "a.b", "room2.what-3" })
	void createWhenCodeLooksRightThenTaken(String code) {
		assertThat(Reason.of(code)).isEqualTo(new Reason(code, ""));
	}

	// B6: the code goes into headers, so its alphabet is closed
	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a", "a.", ".b", "a.b.c", "A.b", "a b.c", "a.b\"", "a.b\r\nSet-Cookie:x",
			"\u00e4.b", "a_b.c" })
	@Tag("B6")
	void createWhenCodeLooksWrongThenRefused(String code) {
		assertThatIllegalArgumentException().isThrownBy(() -> Reason.of(code))
			.withMessageContaining("room.what-happened");
	}

	@Test
	void throttleWhenNothingToWaitForThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Throttle(REASON, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> new Throttle(REASON, Duration.ofSeconds(-1)));
	}

	@Test
	void refusalWhenListsChangeLaterThenRefusalDoesNot() {
		List<String> acr = new ArrayList<>(List.of("gold"));
		Set<String> scopes = new HashSet<>(Set.of("read"));
		Challenge challenge = new Challenge(REASON, Proof.WEAK, acr, null);
		Deny deny = new Deny(REASON, scopes);
		acr.clear();
		scopes.clear();
		assertThat(challenge.acr()).containsExactly("gold");
		assertThat(deny.requiredScopes()).containsExactly("read");
	}

}
