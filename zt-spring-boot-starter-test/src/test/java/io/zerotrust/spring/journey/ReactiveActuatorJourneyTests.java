package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Actuator of a WebFlux application, on a port of its own and on the application's.
 */
class ReactiveActuatorJourneyTests {

	private static final List<String> SCOPES = List.of("zt.actuator.read-scope=actuator:read",
			"zt.actuator.write-scope=actuator:write", "management.endpoint.health.probes.enabled=true",
			"management.endpoint.health.group.readiness.additional-path=server:/readyz",
			"management.endpoint.health.group.liveness.additional-path=management:/livez");

	/**
	 * The one beside Netty's, and the chain that covers what one of the application
	 * leaves out.
	 */
	private static final String EXCLUDED = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration,"
			+ "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive."
			+ "ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration";

	private static final String JSON = "Content-Type: application/json";

	private static final String INFO = "{\"configuredLevel\":\"INFO\"}";

	@Test
	void sendWhenNoScopeConfiguredThenHealthAloneIsOpen() throws IOException {
		try (RunningApplication application = start(true, List.of(), ReactiveManagementApi.class)) {
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
		try (RunningApplication application = start(true, SCOPES, ReactiveManagementApi.class, Strict.class)) {
			int port = application.managementPort();
			assertWrongPolicyNotTaken(application);
			assertScopesDecide(application, port);
			// what is mapped in the application does not close the health of the other
			// port
			assertRefused(application.get("/actuator/health"), 401, "subject.missing");
			assertThat(get(port, "/livez").body()).contains("\"status\":\"UP\"");
			assertThat(application.get("/readyz").body()).contains("\"status\":\"UP\"");
			assertRefused(get(port, "/readyz"), 401, "subject.missing");
		}
	}

	@Test
	void sendWhenScopesConfiguredOnSamePortThenTheyDecide() throws IOException {
		try (RunningApplication application = start(false, SCOPES, ReactiveManagementApi.class)) {
			assertScopesDecide(application, application.port());
			assertThat(application.get("/actuator/health/liveness").body()).contains("\"status\":\"UP\"");
			assertRefused(application.send("POST", "/actuator/health", "Content-Length: 0"), 401, "subject.missing");
		}
	}

	@Test
	void getWhenOwnChainCoversApiOnlyThenActuatorStaysClosed() throws IOException {
		try (RunningApplication application = start(true, SCOPES, ReactiveManagementApi.class, ApiChain.class)) {
			int port = application.managementPort();
			for (String path : List.of("/actuator/beans", "/actuator/health", "/actuator", "/nothing")) {
				assertRefused(get(port, path), 403, "coverage.unguarded");
				assertRefused(get(port, path, application.bearer("actuator:read")), 403, "coverage.unguarded");
			}
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
		assertThat(application.get("/trap").body()).isEqualTo("trap");
		assertThat(application.get("/route").body()).isEqualTo("route");
		for (String path : List.of("/any/thing", "/trap", "/route")) {
			assertRefused(get(port, path), 401, "subject.missing");
			assertThat(get(port, path, application.bearer("any")).status()).as(path).isEqualTo(404);
		}
		assertThat(get(port, "/actuator/health").body()).contains("\"status\":\"UP\"");
	}

	private static void assertScopesDecide(RunningApplication application, int port) throws IOException {
		assertThat(get(port, "/actuator/health").body()).contains("\"status\":\"UP\"");
		String read = application.bearer("actuator:read");
		for (String path : List.of("/actuator", "/actuator/beans", "/actuator/env", "/actuator/loggers/ROOT")) {
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
		all.add(EXCLUDED);
		all.add("management.endpoints.web.exposure.include=*");
		all.add("management.endpoint.loggers.access=unrestricted");
		if (ownPort) {
			all.add("management.server.port=0");
		}
		return RunningApplication.startReactive(all, sources);
	}

	@Configuration(proxyBeanMethods = false)
	static class ApiChain {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		SecurityWebFilterChain api(ServerHttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated());
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**")).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Strict {

		@Bean
		SimpleUrlHandlerMapping strictHealth() {
			return new SimpleUrlHandlerMapping(Map.of("/actuator/health", new StrictHealth()),
					Ordered.HIGHEST_PRECEDENCE);
		}

	}

	@RequiresScope("health:read")
	static class StrictHealth extends ReactiveManagementApi.Trap {

	}

}
