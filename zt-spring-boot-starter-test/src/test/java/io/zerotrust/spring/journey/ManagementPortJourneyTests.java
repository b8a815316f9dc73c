package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Actuator, on a port of its own and on the application's.
 */
class ManagementPortJourneyTests {

	private static final List<String> SCOPES = List.of("zt.actuator.read-scope=actuator:read",
			"zt.actuator.write-scope=actuator:write");

	private static final String JSON = "Content-Type: application/json";

	private static final String INFO = "{\"configuredLevel\":\"INFO\"}";

	@Test
	void sendWhenNoScopeConfiguredThenHealthAloneIsOpen() throws IOException {
		try (RunningApplication application = start(true, List.of(), ManagementApi.class)) {
			assertWrongPolicyNotTaken(application);
			int port = application.managementPort();
			for (String path : List.of("/actuator", "/actuator/beans", "/actuator/env", "/actuator/loggers/ROOT")) {
				assertRefused(get(port, path), 401, "subject.missing");
				assertRefused(get(port, path, application.bearer("actuator:read")), 403, "policy.uncovered");
			}
			assertRefused(post(port, application.bearer("actuator:write", "actuator:read")), 403, "policy.uncovered");
		}
	}

	@Test
	void sendWhenScopesConfiguredOnOwnPortThenTheyDecide() throws IOException {
		try (RunningApplication application = start(true, SCOPES, ManagementApi.class)) {
			assertWrongPolicyNotTaken(application);
			assertScopesDecide(application, application.managementPort());
		}
	}

	@Test
	void sendWhenScopesConfiguredOnSamePortThenTheyDecide() throws IOException {
		try (RunningApplication application = start(false, SCOPES, ManagementApi.class)) {
			assertScopesDecide(application, application.port());
		}
	}

	// the management context inherits the chains, but no filter
	@Test
	void getWhenOwnChainCoversApiOnlyThenActuatorStaysClosed() throws IOException {
		try (RunningApplication application = start(true, SCOPES, ManagementApi.class, ApiChain.class)) {
			int port = application.managementPort();
			for (String path : List.of("/actuator/beans", "/actuator/env", "/actuator", "/nothing")) {
				assertRefused(get(port, path), 403, "coverage.unguarded");
				assertRefused(get(port, path, application.bearer("actuator:read")), 403, "coverage.unguarded");
			}
			assertRefused(post(port, application.bearer("actuator:write", "actuator:read")), 403, "coverage.unguarded");
		}
	}

	// what is mapped in the application does not close the health of the other port
	// either
	@Test
	void getWhenHealthOnManagementPortThenOpen() throws IOException {
		List<String> properties = List.of("management.server.port=0");
		try (RunningApplication application = RunningApplication.start(properties, CorePathJourneyTests.Api.class,
				StrictHealth.class)) {
			assertRefused(application.get("/actuator/health"), 401, "subject.missing");
			int port = application.managementPort();
			Answer answer = RunningApplication.send(port, "GET", "/actuator/health", "");
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(RunningApplication.send(port, "GET", "/actuator", "").status()).isEqualTo(401);
		}
	}

	/**
	 * On the application's port everybody may read two segments of anything; that must
	 * not rule the Actuator, before and after that port was used.
	 */
	private static void assertWrongPolicyNotTaken(RunningApplication application) throws IOException {
		int port = application.managementPort();
		assertThat(get(port, "/actuator/health").status()).isEqualTo(200);
		assertRefused(get(port, "/actuator/beans"), 401, "subject.missing");
		assertThat(application.get("/actuator/beans").body()).isEqualTo("any");
		assertRefused(get(port, "/actuator/beans"), 401, "subject.missing");
		assertRefused(get(port, "/any/thing"), 401, "subject.missing");
		assertThat(application.get("/trap").body()).isEqualTo("trap");
		assertRefused(get(port, "/trap"), 401, "subject.missing");
		assertThat(get(port, "/actuator/health").body()).contains("\"status\":\"UP\"");
	}

	private static void assertScopesDecide(RunningApplication application, int port) throws IOException {
		assertThat(get(port, "/actuator/health").body()).contains("\"status\":\"UP\"");
		String read = application.bearer("actuator:read");
		for (String path : List.of("/actuator/beans", "/actuator/env", "/actuator/loggers/ROOT")) {
			assertRefused(get(port, path), 401, "subject.missing");
			assertRefused(get(port, path, application.bearer("actuator:write")), 403, "policy.scope-missing");
			assertThat(get(port, path, read).status()).as(path).isEqualTo(200);
		}
		assertRefused(post(port), 401, "subject.missing");
		assertRefused(post(port, read), 403, "policy.scope-missing");
		assertRefused(post(port, application.bearer("actuator:write")), 403, "policy.scope-missing");
		assertThat(post(port, application.bearer("actuator:read", "actuator:write")).status()).isEqualTo(204);
	}

	private static Answer get(int port, String path, String... headers) throws IOException {
		return RunningApplication.send(port, "GET", path, "", headers);
	}

	private static Answer post(int port, String... headers) throws IOException {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add(JSON);
		return RunningApplication.send(port, "POST", "/actuator/loggers/zt.journey", INFO, all.toArray(String[]::new));
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

	private static RunningApplication start(boolean ownPort, List<String> properties, Class<?>... sources) {
		List<String> all = new ArrayList<>(properties);
		all.add("management.endpoints.web.exposure.include=*");
		all.add("management.endpoint.loggers.access=unrestricted");
		if (ownPort) {
			all.add("management.server.port=0");
		}
		return RunningApplication.start(all, sources);
	}

	@Configuration(proxyBeanMethods = false)
	static class ApiChain {

		@Bean
		SecurityFilterChain api(HttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
			return http.securityMatcher("/api/**").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StrictHealth {

		@Bean
		SimpleUrlHandlerMapping strictHealth() {
			return new SimpleUrlHandlerMapping(Map.of("/actuator/health", new Strict()), Ordered.HIGHEST_PRECEDENCE);
		}

	}

	@RequiresScope("health:read")
	static class Strict implements HttpRequestHandler {

		@Override
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			response.setStatus(200);
		}

	}

}
