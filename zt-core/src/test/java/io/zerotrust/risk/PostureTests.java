package io.zerotrust.risk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Finding;
import io.zerotrust.decision.Deny;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of requests from a device whose posture failed.
 */
class PostureTests {

	@Test
	void evaluateWhenFailedThenDenied() {
		assertThat(new PostureCheck(true).evaluate(asked(Posture.FAILED))).isInstanceOfSatisfying(Finding.Refuse.class,
				(refused) -> {
					assertThat(refused.refusal()).isInstanceOf(Deny.class);
					assertThat(refused.refusal().reason().code()).isEqualTo("posture.failed");
				});
	}

	@ParameterizedTest
	@EnumSource(names = "FAILED", mode = EnumSource.Mode.EXCLUDE)
	void evaluateWhenNotFailedThenPassesAndSaysNothing(Posture posture) {
		assertThat(new PostureCheck(true).evaluate(asked(posture))).isEqualTo(Finding.pass());
		assertThat(new PostureSignal().assess(asked(posture))).isEqualTo(Assessment.silent());
	}

	@Test
	void evaluateWhenLeftToTheScoreThenPassesAndCountsForTheSession() {
		assertThat(new PostureCheck(false).evaluate(asked(Posture.FAILED))).isEqualTo(Finding.pass());
		assertThat(new PostureSignal().assess(asked(Posture.FAILED)).nats()).isEqualTo(3);
		assertThat(new PostureSignal().group()).isEqualTo(EvidenceGroup.SESSION);
		assertThat(SignalNames.all()).contains(new PostureSignal().name());
	}

	private static AccessRequest asked(Posture posture) {
		return new AccessRequest(Subject.anonymous(), new Action("GET"),
				Resource.endpoint("/orders", Requests.AUTHENTICATED),
				Context.at(Requests.NOW).seen(null, Origin.unknown(), posture));
	}

}
