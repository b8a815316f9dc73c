package io.zerotrust.risk.quarantine;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.zerotrust.Requests;

import static org.assertj.core.api.Assertions.assertThat;

class IgnoredChallengesTests {

	private final IgnoredChallenges ignored = new IgnoredChallenges(10_000);

	private final QuarantineKey alice = QuarantineKey.of(Questions.alice().request());

	private final QuarantineKey phone = QuarantineKey.of(Questions.alice().device("phone").request());

	@Test
	void countWhenOthersWereChallengedLongAgoThenTheyAreForgotten() {
		this.ignored.count(this.alice, Requests.NOW);
		this.ignored.count(this.phone, Requests.NOW.plus(Duration.ofMinutes(29)));
		this.ignored.forget(this.phone);
		assertThat(this.ignored.isEmpty()).as("not before half an hour").isFalse();
		this.ignored.count(this.phone, Requests.NOW.plus(Duration.ofMinutes(30)));
		this.ignored.forget(this.phone);
		assertThat(this.ignored.isEmpty()).isTrue();
	}

}
