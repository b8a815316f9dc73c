package io.zerotrust.spring.web;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.EndpointId;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.ActuatorSettings.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was started in spite of a contradiction, in observe mode, goes by the stricter
 * side.
 */
class ActuatorRulesTests {

	private static final EndpointId INFO = EndpointId.of("info");

	@Test
	void policyOfWhenPublicBesideScopeThenScopeCounts() {
		EndpointPolicy policy = policy(new Endpoint("read", null, "no secret"), true);
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.scopes().allOf()).isEqualTo(Set.of("read"));
	}

	@Test
	void policyOfWhenReasonOrScopeIsBlankThenDenied() {
		assertThat(policy(new Endpoint(null, null, " "), true).admission()).isEqualTo(Admission.UNCOVERED);
		assertThat(policy(new Endpoint("", null, null), true).admission()).isEqualTo(Admission.UNCOVERED);
		assertThat(policy(new Endpoint(null, "write", null), false).admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void policyOfWhenHealthScopeIsBlankThenDenied() {
		ActuatorSettings settings = new ActuatorSettings("", "", Map.of("health", new Endpoint("", null, null)));
		EndpointPolicy policy = new ActuatorRules(settings).policyOf(EndpointId.of("health"), true);
		assertThat(policy.admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void policyOfWhenPublicThenReadAlone() {
		assertThat(policy(new Endpoint(null, null, "no secret"), true).isPublic()).isTrue();
		assertThat(policy(new Endpoint(null, null, "no secret"), false).isPublic()).isFalse();
	}

	@Test
	void policyOfWhenKeyIsNoIdThenIgnored() {
		ActuatorSettings settings = new ActuatorSettings("", "", Map.of("1 nfo", new Endpoint(null, null, "why")));
		assertThat(new ActuatorRules(settings).policyOf(INFO, true).admission()).isEqualTo(Admission.UNCOVERED);
	}

	private static EndpointPolicy policy(Endpoint endpoint, boolean read) {
		return new ActuatorRules(new ActuatorSettings("", "", Map.of("info", endpoint))).policyOf(INFO, read);
	}

}
