package io.zerotrust.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.Admission;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.check.Finding;
import io.zerotrust.decision.Challenge.Proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SenderConstraintTests {

	private static final Set<SenderConstraint> EITHER = Set.of(SenderConstraint.DPOP, SenderConstraint.MTLS);

	private static final Map<String, Object> KEY = Requests.claimsWith("cnf", Map.of("jkt", "k"));

	private static final Map<String, Object> CERTIFICATE = Requests.claimsWith("cnf", Map.of("x5t#S256", "c"));

	@Test
	void evaluateWhenNothingDemandedThenPasses() {
		Findings.assertPasses(ask(Set.of(), Requests.jwt(Requests.claims())));
	}

	@Test
	void evaluateWhenBoundAsDemandedThenPasses() {
		Findings.assertPasses(ask(EITHER, Requests.jwt(KEY)));
		Findings.assertPasses(ask(EITHER, Requests.opaque(CERTIFICATE)));
		Findings.assertPasses(ask(Set.of(SenderConstraint.DPOP), Requests.opaque(KEY)));
		Findings.assertPasses(ask(Set.of(SenderConstraint.MTLS), Requests.jwt(CERTIFICATE)));
	}

	@Test
	void evaluateWhenBoundOtherwiseOrNotAtAllThenChallenged() {
		assertRefused(ask(Set.of(SenderConstraint.DPOP), Requests.jwt(CERTIFICATE)));
		assertRefused(ask(Set.of(SenderConstraint.MTLS), Requests.opaque(KEY)));
		assertRefused(ask(EITHER, Requests.jwt(Requests.claims())));
		assertRefused(ask(EITHER, Requests.jwt(Requests.claimsWith("cnf", Map.of("jwk", Map.of())))));
		assertRefused(ask(EITHER, Requests.jwt(Requests.claimsWith("cnf", "jkt"))));
	}

	// a session or a password is worth something in other hands, too
	@ParameterizedTest
	@EnumSource
	void evaluateWhenNoTokenThenChallenged(CredentialKind kind) {
		assertRefused(ask(EITHER, Credential.of(kind)));
	}

	@Test
	void compileWhenNoWayIsNamedThenAny() {
		assertThat(compile("Bound").senderConstraints()).isEqualTo(EITHER);
		assertThat(compile("ByKey").senderConstraints()).containsExactly(SenderConstraint.DPOP);
	}

	@Test
	void compileWhenMethodAndTypeSpeakThenMethodWins() {
		assertThat(compile("ByKey", "Bound").senderConstraints()).containsExactly(SenderConstraint.DPOP);
		assertThat(compile("Read", "Bound").senderConstraints()).isEqualTo(EITHER);
		assertThat(compile("Read", "Bound").scopes().allOf()).containsExactly("read");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "BoundAlone | @RequiresSenderConstrained at BoundAlone needs a rule",
			"BoundOpen | @PublicAccess at BoundOpen excludes @RequiresSenderConstrained at BoundOpen" })
	void compileWhenItCannotHoldThenConflict(String type, String why) {
		assertThat(compile(type).admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(compile(type).origin()).startsWith(why);
	}

	@Test
	void compileWhenTwoOfOneLevelDifferThenConflict() {
		EndpointPolicy policy = PolicyCompiler
			.compile(List.of(List.of(StrictnessTests.at("Bound"), StrictnessTests.at("ByKey"))));
		assertThat(policy.origin()).isEqualTo("different rules at Bound and ByKey");
	}

	@Test
	void createWhenPublicThenRefused() {
		EndpointPolicy open = EndpointPolicy.of(Admission.PUBLIC, "here");
		assertThatIllegalArgumentException().isThrownBy(() -> open.withSenderConstraints(EITHER))
			.withMessageContaining("here");
	}

	private static void assertRefused(Finding finding) {
		assertThat(Findings.code(finding)).isEqualTo("policy.sender-constraint");
		Findings.challenge(finding, Proof.INVALID);
	}

	private static Finding ask(Set<SenderConstraint> demanded, Credential credential) {
		EndpointPolicy policy = Requests.AUTHENTICATED.withSenderConstraints(demanded);
		return new SenderConstraintCheck().evaluate(Requests.by(Requests.subject(credential), policy));
	}

	private static EndpointPolicy compile(String... types) {
		return PolicyCompiler.compile(Stream.of(types).map((type) -> List.of(StrictnessTests.at(type))).toList());
	}

}
