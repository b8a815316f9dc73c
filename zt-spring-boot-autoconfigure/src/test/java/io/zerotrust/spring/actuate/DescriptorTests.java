package io.zerotrust.spring.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Context;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Throttle;
import io.zerotrust.spring.actuate.AnswerDescriptor.Demands;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptorTests {

	@Test
	void answerWhenPermittedThenSaysNoMore() {
		assertThat(AnswerDescriptor.of(Permit.instance())).isEqualTo(new AnswerDescriptor("permit", null, null, null));
	}

	@Test
	void answerWhenRefusedThenSaysWhatWouldHaveHelped() {
		Challenge challenge = new Challenge(new Reason("step-up.required", "acr is missing"), Proof.WEAK,
				List.of("gold"), Duration.ofMinutes(5));
		assertThat(AnswerDescriptor.of(challenge)).isEqualTo(new AnswerDescriptor("challenge", "step-up.required",
				"acr is missing", new Demands("weak", List.of("gold"), 300L, List.of(), null)));
		Deny deny = new Deny(Reason.of("policy.scope-missing"), new LinkedHashSet<>(List.of("b", "a")));
		assertThat(AnswerDescriptor.of(deny)).isEqualTo(new AnswerDescriptor("deny", "policy.scope-missing", null,
				new Demands(null, List.of(), null, List.of("a", "b"), null)));
		assertThat(AnswerDescriptor.of(Deny.of(Reason.of("network.denied"))).demands()).isNull();
		assertThat(AnswerDescriptor.of(new Throttle(Reason.of("own.fast"), Duration.ofMillis(1500))).demands())
			.isEqualTo(new Demands(null, List.of(), null, List.of(), 2L));
	}

	@Test
	void decisionWhenMadeOfEvaluationThenHasNothingOfTheCredential() {
		Credential credential = new Credential(CredentialKind.JWT, Claims.of(Map.of("kid", "secret-kid")),
				Claims.of(Map.of("email", "secret-mail", "jti", "secret-jti")));
		Subject subject = new Subject("https://idp.example.com", "alice", "shop", SubjectKind.AGENT, List.of("bot"),
				Set.of("secret-scope"), Set.of("secret-role"), credential);
		AccessRequest request = new AccessRequest(subject, new Action("GET"), Resource.unresolved(),
				new Context(Instant.EPOCH, null, true, "secret-agent", "secret-device"));
		Finding finding = new Finding.Pass(List.of(new Evidence("own.fact", "seen eyJhbGciOiJub25lIn0.e30.")));
		DecisionDescriptor decision = DecisionDescriptor
			.of(new Evaluation("id", Gate.ACCESS, request, Permit.instance(), Deny.of(Reason.of("risk.denied")),
					List.of(new StepFinding("own", Mode.OBSERVE, finding))));
		assertThat(decision.toString()).doesNotContain("secret", "eyJ");
		assertThat(decision.subject()).isEqualTo(
				new DecisionDescriptor.Caller("https://idp.example.com", "alice", "shop", "agent", List.of("bot")));
		assertThat(decision.wouldBe()).isEqualTo(new AnswerDescriptor("deny", "risk.denied", null, null));
		assertThat(decision.findings()).containsExactly(new DecisionDescriptor.Found("own", "observe", "pass", null,
				List.of(new DecisionDescriptor.Fact("own.fact", "seen (a token)"))));
	}

	@Test
	void decisionWhenCallerIsAnonymousThenThereIsNoSubject() {
		AccessRequest request = new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
				Context.at(Instant.EPOCH));
		DecisionDescriptor decision = DecisionDescriptor
			.of(new Evaluation("id", Gate.ARRIVAL, request, Permit.instance(), Permit.instance(), List.of()));
		assertThat(decision.subject()).isNull();
		assertThat(decision.clientAddress()).isNull();
		assertThat(decision.wouldBe()).isNull();
	}

}
