package io.zerotrust.policy;

import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.StepUp;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyCheckTests {

	private static final AuthorityRule NONE = AuthorityRule.none();

	private final PolicyCheck check = new PolicyCheck();

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "PUBLIC", "RULED" })
	void evaluateWhenAnonymousThenChallengedWithoutTellingWhatIsThere(Admission admission) {
		Finding finding = ask(Subject.anonymous(), EndpointPolicy.of(admission, "test"));
		assertThat(Findings.code(finding)).isEqualTo("subject.missing");
		Findings.challenge(finding, Proof.MISSING);
	}

	@Test
	void evaluateWhenAnonymousOnRuledThenSameAnswerAsEverywhere() {
		assertThat(ask(Subject.anonymous(), ruled(scope("read"), NONE)))
			.isEqualTo(ask(Subject.anonymous(), EndpointPolicy.absent()));
	}

	@Test
	void evaluateWhenAnonymousOnUnresolvedThenChallenged() {
		AccessRequest request = Requests.from("203.0.113.1");
		assertThat(request.resource()).isEqualTo(Resource.unresolved());
		assertThat(Findings.code(this.check.evaluate(request))).isEqualTo("subject.missing");
	}

	@Test
	void evaluateWhenPublicThenEverybodyGranted() {
		EndpointPolicy open = EndpointPolicy.of(Admission.PUBLIC, "test");
		assertGranted(ask(Subject.anonymous(), open));
		assertGranted(ask(user(), open));
	}

	@ParameterizedTest
	@CsvSource({ "UNCOVERED,policy.uncovered", "CONFLICTING,policy.conflict" })
	void evaluateWhenNobodyRuledThenEverybodyDenied(Admission admission, String code) {
		Subject admin = Requests.subject(Requests.jwt(Requests.claims()), Set.of("read"), Set.of("admin"));
		Finding finding = ask(admin, EndpointPolicy.of(admission, "test"));
		assertThat(Findings.code(finding)).isEqualTo(code);
		assertThat(Findings.refusal(finding)).isInstanceOf(Deny.class);
	}

	// zt.actuator.read-scope, say: what is not set was lost on the way to the operator
	@Test
	void evaluateWhenNobodyRuledThenSaysWhyWhereThatIsKnown() {
		EndpointPolicy known = EndpointPolicy.of(Admission.UNCOVERED, "the key is not set");
		assertThat(Findings.refusal(ask(user(), known)).reason().detail()).startsWith("no rule for ")
			.endsWith(": the key is not set");
		assertThat(Findings.refusal(ask(user(), EndpointPolicy.uncovered())).reason().detail())
			.startsWith("no rule for ")
			.doesNotContain(": no rule");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTHENTICATED", "ABSENT" })
	void evaluateWhenAuthenticatedThenGranted(Admission admission) {
		assertGranted(ask(user(), EndpointPolicy.of(admission, "test")));
	}

	// B8: insufficient_scope names the scope
	@Test
	@Tag("AT8")
	@Tag("B8")
	void evaluateWhenScopeMissingThenDeniedWithScope() {
		Finding finding = ask(user("read"), ruled(scope("read", "write"), NONE));
		assertThat(Findings.code(finding)).isEqualTo("policy.scope-missing");
		assertThat(((Deny) Findings.refusal(finding)).requiredScopes()).containsExactly("write");
		assertThat(finding.evidence()).containsExactly(new Evidence("policy.origin", "test"));
	}

	@Test
	void evaluateWhenScopesHeldThenGranted() {
		assertGranted(ask(user("read", "write", "more"), ruled(scope("read", "write"), NONE)));
	}

	// RAR5: exact, no case folding, no prefixes
	@ParameterizedTest
	@CsvSource({ "READ", "rea", "read:all", "read*", "SCOPE_read" })
	void evaluateWhenScopeOnlyLooksAlikeThenDenied(String held) {
		assertThat(Findings.code(ask(user(held), ruled(scope("read"), NONE)))).isEqualTo("policy.scope-missing");
	}

	@Test
	void evaluateWhenOneOfAnyOfHeldThenGranted() {
		AuthorityRule any = new AuthorityRule(Set.of(), Set.of("read", "admin"));
		assertGranted(ask(user("admin"), ruled(any, NONE)));
	}

	@Test
	void evaluateWhenNoneOfAnyOfHeldThenDeniedWithAll() {
		AuthorityRule any = new AuthorityRule(Set.of(), Set.of("read", "admin"));
		Finding finding = ask(user("other"), ruled(any, NONE));
		assertThat(((Deny) Findings.refusal(finding)).requiredScopes()).containsExactlyInAnyOrder("read", "admin");
	}

	@Test
	void evaluateWhenAllOfHeldButNoneOfAnyOfThenDenied() {
		AuthorityRule both = new AuthorityRule(Set.of("read"), Set.of("a", "b"));
		assertThat(Findings.code(ask(user("read"), ruled(both, NONE)))).isEqualTo("policy.scope-missing");
		assertThat(Findings.code(ask(user("a"), ruled(both, NONE)))).isEqualTo("policy.scope-missing");
		assertGranted(ask(user("read", "b"), ruled(both, NONE)));
	}

	@Test
	void evaluateWhenRoleMissingThenDeniedWithoutNamingIt() {
		Finding finding = ask(user("read"), ruled(scope("read"), scope("admin")));
		assertThat(Findings.code(finding)).isEqualTo("policy.role-missing");
		assertThat(((Deny) Findings.refusal(finding)).requiredScopes()).isEmpty();
	}

	@Test
	void evaluateWhenScopeNamedLikeRoleThenNoRole() {
		assertThat(Findings.code(ask(user("admin"), ruled(NONE, scope("admin"))))).isEqualTo("policy.role-missing");
	}

	@Test
	void evaluateWhenScopeAndRoleHeldThenGranted() {
		Subject clerk = Requests.subject(Requests.jwt(Requests.claims()), Set.of("read"), Set.of("clerk"));
		assertGranted(ask(clerk, ruled(scope("read"), new AuthorityRule(Set.of(), Set.of("clerk", "admin")))));
	}

	private Finding ask(Subject subject, EndpointPolicy policy) {
		return this.check.evaluate(Requests.by(subject, policy));
	}

	private static void assertGranted(Finding finding) {
		assertThat(finding).isEqualTo(Finding.grant());
	}

	private static Subject user(String... scopes) {
		return Requests.subject(Requests.jwt(Requests.claims()), Set.of(scopes), Set.of());
	}

	private static AuthorityRule scope(String... names) {
		return new AuthorityRule(Set.of(names), Set.of());
	}

	private static EndpointPolicy ruled(AuthorityRule scopes, AuthorityRule roles) {
		return EndpointPolicy.ruled(scopes, roles, "test");
	}

}
