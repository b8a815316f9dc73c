package io.zerotrust.access;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccessRequestTests {

	private static final AuthorityRule READ = new AuthorityRule(Set.of("read"), Set.of());

	private static final AuthorityRule MIXED = new AuthorityRule(Set.of("a", "b"), Set.of("x", "y"));

	private static final AuthorityRule NONE = AuthorityRule.none();

	@Test
	void missingWhenAllHeldThenEmpty() {
		assertThat(NONE.missing(Set.of())).isEmpty();
		assertThat(READ.missing(Set.of("read", "other"))).isEmpty();
		assertThat(MIXED.missing(Set.of("a", "b", "y"))).isEmpty();
	}

	@Test
	void missingWhenSomeHeldThenTheRest() {
		assertThat(READ.missing(Set.of())).containsExactly("read");
		assertThat(MIXED.missing(Set.of("a", "x"))).containsExactly("b");
		assertThat(MIXED.missing(Set.of("a", "b"))).containsExactlyInAnyOrder("x", "y");
		assertThat(MIXED.missing(Set.of())).containsExactlyInAnyOrder("a", "b", "x", "y");
	}

	@Test
	void isEmptyWhenOneSetFilledThenNot() {
		assertThat(NONE.isEmpty()).isTrue();
		assertThat(READ.isEmpty()).isFalse();
		assertThat(new AuthorityRule(Set.of(), Set.of("x")).isEmpty()).isFalse();
	}

	// the rule that would let everybody with a token in by accident
	@Test
	void policyWhenRuledWithoutRuleThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EndpointPolicy.of(Admission.RULED, "here"))
			.withMessageContaining("here");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RULED")
	void policyWhenNotRuledThenExcludesScopesAndRoles(Admission admission) {
		assertThatIllegalArgumentException().isThrownBy(() -> policy(admission, READ, NONE, StepUp.none(), false));
		assertThatIllegalArgumentException().isThrownBy(() -> policy(admission, NONE, READ, StepUp.none(), false));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PUBLIC")
	void policyWhenNotPublicThenMayNotIgnoreBadCredentials(Admission admission) {
		AuthorityRule scopes = (admission == Admission.RULED) ? READ : NONE;
		assertThatIllegalArgumentException().isThrownBy(() -> policy(admission, scopes, NONE, StepUp.none(), true));
	}

	@Test
	void policyWhenPublicThenExcludesStepUp() {
		StepUp gold = new StepUp(List.of("gold"), null);
		assertThatIllegalArgumentException().isThrownBy(() -> policy(Admission.PUBLIC, NONE, NONE, gold, false));
	}

	@Test
	void isCoveredWhenNobodyRuledOrConflictThenNot() {
		assertThat(EndpointPolicy.uncovered().isCovered()).isFalse();
		assertThat(EndpointPolicy.of(Admission.CONFLICTING, "x").isCovered()).isFalse();
		assertThat(EndpointPolicy.of(Admission.PUBLIC, "x").isCovered()).isTrue();
		assertThat(EndpointPolicy.of(Admission.AUTHENTICATED, "x").isCovered()).isTrue();
	}

	@Test
	void resourceWhenUnresolvedThenUncovered() {
		assertThat(Resource.unresolved().policy().admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void stepUpWhenMaxAgeNegativeThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StepUp(List.of(), Duration.ofSeconds(-1)));
		assertThat(new StepUp(List.of(), Duration.ZERO).isEmpty()).isFalse();
	}

	@Test
	void actionWhenBlankThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Action(" "));
	}

	@Test
	void subjectWhenNoCredentialThenAnonymous() {
		assertThat(Subject.anonymous().isAnonymous()).isTrue();
		assertThat(Subject.anonymous().isService()).isFalse();
		assertThat(Credential.of(CredentialKind.NONE)).isSameAs(Credential.none());
	}

	@Test
	@Tag("AT10")
	void subjectWhenItIsItsClientThenService() {
		assertThat(subject("batch", "batch").isService()).isTrue();
		assertThat(subject("alice", "batch").isService()).isFalse();
		assertThat(subject("", "").isService()).isFalse();
	}

	@Test
	void subjectWhenScopesChangeLaterThenSubjectDoesNot() {
		Set<String> scopes = new HashSet<>(Set.of("read"));
		Subject subject = new Subject("i", "s", "c", SubjectKind.HUMAN, List.of(), scopes, scopes,
				Credential.of(CredentialKind.JWT));
		scopes.add("admin");
		assertThat(subject.scopes()).containsExactly("read");
		assertThat(subject.roles()).containsExactly("read");
	}

	@ParameterizedTest
	@EnumSource
	void isTokenWhenKindThenOnlyJwtAndOpaque(CredentialKind kind) {
		assertThat(kind.isToken()).isEqualTo(kind == CredentialKind.JWT || kind == CredentialKind.OPAQUE_TOKEN);
	}

	private static Subject subject(String id, String client) {
		Claims claims = Claims.of(Map.of("sub", id, "client_id", client));
		return ClaimLayout.standard().subject(new Credential(CredentialKind.JWT, Claims.none(), claims), Set.of());
	}

	private static EndpointPolicy policy(Admission admission, AuthorityRule scopes, AuthorityRule roles, StepUp stepUp,
			boolean ignoreBadCredentials) {
		return new EndpointPolicy(admission, scopes, roles, CallerRule.none(), Set.of(), stepUp, Set.of(),
				SensitivityLevel.MEDIUM, ignoreBadCredentials, "test");
	}

}
