package io.zerotrust.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.CallerRule;
import io.zerotrust.access.Credential;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.Finding;
import io.zerotrust.decision.Deny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * From which clients, and in whose hands, an endpoint may be called.
 */
class CallerRuleTests {

	private static final CallerRule SHOP = rule(Set.of("shop"), Set.of(), Set.of());

	private static final CallerRule BACKEND = rule(Set.of(), Set.of("backend"), Set.of());

	private final PolicyCheck check = new PolicyCheck(
			new ClientRoles(Map.of("backend", Set.of("billing", "shipping"), "batch", Set.of("billing"))));

	@ParameterizedTest
	@CsvSource({ "shop, true", "Shop, false", "shop2, false", "'', false", "alice, false", "backend, false" })
	void evaluateWhenClientsAreNamedThenOnlyThose(String client, boolean granted) {
		assertThat(isGranted(SHOP, user(client))).isEqualTo(granted);
	}

	// the operator's word about the client counts, the user's own roles do not
	@Test
	void evaluateWhenRoleIsDemandedThenThatOfTheClient() {
		assertThat(isGranted(BACKEND, user("billing"))).isTrue();
		assertThat(isGranted(BACKEND, user("shipping"))).isTrue();
		assertThat(isGranted(BACKEND, user("shop", "backend"))).isFalse();
		assertThat(isGranted(BACKEND, user("", "backend"))).isFalse();
		assertThat(isGranted(BACKEND, service("shop", "backend"))).isTrue();
		assertThat(isGranted(BACKEND, service("shop", "batch"))).isFalse();
		assertThat(isGranted(BACKEND, service("billing", "batch"))).isTrue();
		assertThat(isGranted(BACKEND, agent("shop", "backend"))).isFalse();
		assertThat(isGranted(BACKEND, agent("billing"))).isTrue();
	}

	@Test
	void evaluateWhenClientOrRoleIsDemandedThenEitherDoes() {
		CallerRule either = rule(Set.of("shop"), Set.of("backend"), Set.of());
		assertThat(isGranted(either, user("shop"))).isTrue();
		assertThat(isGranted(either, user("billing"))).isTrue();
		assertThat(isGranted(either, user("other"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "HUMAN, HUMAN, true", "HUMAN, SERVICE, false", "HUMAN, AGENT, false", "SERVICE, HUMAN, false",
			"SERVICE, SERVICE, true", "SERVICE, AGENT, false", "AGENT, AGENT, true", "AGENT, HUMAN, false" })
	void evaluateWhenKindIsDemandedThenOnlyThat(SubjectKind demanded, SubjectKind kind, boolean granted) {
		Subject subject = switch (kind) {
			case HUMAN -> user("shop");
			case SERVICE -> service("shop");
			case AGENT -> agent("shop");
		};
		assertThat(subject.kind()).isEqualTo(kind);
		assertThat(isGranted(rule(Set.of(), Set.of(), Set.of(demanded)), subject)).isEqualTo(granted);
		assertThat(isGranted(rule(Set.of("shop"), Set.of(), Set.of(demanded)), subject)).isEqualTo(granted);
		assertThat(isGranted(rule(Set.of("other"), Set.of(), Set.of(demanded)), subject)).isFalse();
	}

	@Test
	void evaluateWhenRefusedThenOperatorReadsWhoCalledAndWhereItLooked() {
		Finding finding = ask(SHOP, user("other"));
		assertThat(Findings.code(finding)).isEqualTo("policy.caller-denied");
		assertThat(Findings.refusal(finding)).isInstanceOf(Deny.class);
		assertThat(Findings.refusal(finding).reason().detail())
			.startsWith("called by HUMAN from client 'other' with the roles [], read at [client_id, azp], needed ")
			.contains("shop")
			.endsWith("rule at test");
	}

	@Test
	void evaluateWhenScopeIsMissingTooThenScopeIsNamedFirst() {
		EndpointPolicy policy = EndpointPolicy
			.ruled(new AuthorityRule(Set.of("read"), Set.of()), AuthorityRule.none(), "test")
			.withCallers(SHOP);
		assertThat(Findings.code(this.check.evaluate(Requests.by(user("other"), policy))))
			.isEqualTo("policy.scope-missing");
	}

	@Test
	void evaluateWhenAnonymousThenChallengedAsEverywhere() {
		assertThat(Findings.code(ask(SHOP, Subject.anonymous()))).isEqualTo("subject.missing");
	}

	@Test
	void noneThenAdmitsEverybody() {
		assertThat(CallerRule.none().isEmpty()).isTrue();
		assertThat(CallerRule.none().admits(user("x"), Set.of())).isTrue();
		assertThat(ClientRoles.none().of(user("x", "admin"))).isEmpty();
	}

	private boolean isGranted(CallerRule rule, Subject subject) {
		Finding finding = ask(rule, subject);
		if (finding.equals(Finding.grant())) {
			return true;
		}
		assertThat(Findings.code(finding)).isEqualTo("policy.caller-denied");
		return false;
	}

	private Finding ask(CallerRule rule, Subject subject) {
		return this.check.evaluate(Requests.by(subject, Requests.AUTHENTICATED.withCallers(rule)));
	}

	private static CallerRule rule(Set<String> clients, Set<String> roles, Set<SubjectKind> kinds) {
		return new CallerRule(clients, roles, kinds);
	}

	private static Subject user(String client, String... roles) {
		return subject(Map.of("client_id", client), roles);
	}

	private static Subject service(String client, String... roles) {
		return subject(Map.of("client_id", client, "sub", client), roles);
	}

	private static Subject agent(String client, String... roles) {
		return subject(Map.of("client_id", client, "sub", client, "act", Map.of("sub", "bot")), roles);
	}

	private static Subject subject(Map<String, Object> more, String... roles) {
		Map<String, Object> claims = new HashMap<>(Requests.claims());
		claims.putAll(more);
		Credential credential = Requests.jwt(claims);
		return credential.layout().subject(credential, List.of(roles));
	}

	// callers without a client have the empty name
	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void createWhenClientHasNoNameThenRefused(String client) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ClientRoles(Map.of("backend", Set.of("billing", client))));
	}

}
