package io.zerotrust.spring.web.endpoint;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.ActuatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

class ControllerEndpointsTests {

	@Test
	void isOneWhenAnnotatedThenTrue() {
		assertThat(ControllerEndpoints.isOne(GatewayEndpoint.class)).isTrue();
		assertThat(ControllerEndpoints.isOne(ControllerEndpointsTests.class)).isFalse();
	}

	@Test
	void operationWhenMappedForGetThenReads() throws Exception {
		assertThat(policy("routes").scopes().allOf()).containsExactly("ops:read");
		assertThat(policy("refresh").scopes().allOf()).containsExactlyInAnyOrder("ops:read", "ops:write");
		assertThat(policy("anything").scopes().allOf()).containsExactlyInAnyOrder("ops:read", "ops:write");
	}

	@Test
	void operationWhenNoScopeIsSetThenNobodyMay() throws Exception {
		ActuatorRules rules = new ActuatorRules(new ActuatorSettings("", "", Map.of()));
		assertThat(ControllerEndpoints.operation(handler("routes"), rules).policy().admission())
			.isEqualTo(Admission.UNCOVERED);
	}

	private static EndpointPolicy policy(String method) throws Exception {
		ActuatorRules rules = new ActuatorRules(new ActuatorSettings("ops:read", "ops:write", Map.of()));
		return ControllerEndpoints.operation(handler(method), rules).policy();
	}

	private static HandlerMethod handler(String method) throws Exception {
		return new HandlerMethod(new GatewayEndpoint(), method);
	}

	@RestControllerEndpoint(id = "gateway")
	@SuppressWarnings("removal")
	static class GatewayEndpoint {

		@GetMapping("/routes")
		public void routes() {
		}

		@PostMapping("/refresh")
		public void refresh() {
		}

		@RequestMapping("/anything")
		public void anything() {
		}

	}

}
