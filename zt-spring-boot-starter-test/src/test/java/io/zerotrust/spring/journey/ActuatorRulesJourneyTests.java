package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every Actuator endpoint has the rule that stands for it, wherever it is mapped and
 * whatever else is mapped there.
 */
class ActuatorRulesJourneyTests {

	private static final List<String> RULES = List.of("management.endpoints.web.exposure.include=*",
			"management.endpoint.shutdown.access=unrestricted", "zt.actuator.read-scope=actuator:read",
			"zt.actuator.write-scope=actuator:write", "zt.actuator.endpoints.metrics.read-scope=metrics",
			"zt.actuator.endpoints.vault.read-scope=vault", "zt.actuator.endpoints.vault.write-scope=vault:write",
			"zt.actuator.endpoints.vault-tree.read-scope=tree",
			"zt.actuator.endpoints.info.public-access=the build is no secret");

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@ParameterizedTest
	@EnumSource
	void sendWhenEndpointHasRuleThenItHolds(Placement placement) throws IOException {
		try (RunningApplication application = start(placement)) {
			assertRulesHold(application, "/actuator");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "CONTEXT_AND_SERVLET_PATH", "MANAGEMENT_PORT_WITH_BASE_PATH" })
	void sendWhenBasePathIsRootThenRulesStillHold(Placement placement) throws IOException {
		try (RunningApplication application = start(placement, "management.endpoints.web.base-path=/")) {
			assertRulesHold(application, "");
			assertRefused(application.get("/own"), 401, "subject.missing");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "CONTEXT_AND_SERVLET_PATH", "MANAGEMENT_PORT_WITH_BASE_PATH" })
	void sendWhenPathIsMappedThenRuleGoesAlong(Placement placement) throws IOException {
		try (RunningApplication application = start(placement, "management.endpoints.web.path-mapping.health=status",
				"management.endpoints.web.path-mapping.info=health", "management.endpoints.web.path-mapping.env=info",
				"!zt.actuator.endpoints.info.public-access")) {
			assertThat(application.get("/actuator/status").body()).contains("\"status\":\"UP\"");
			for (String path : List.of("/actuator/health", "/actuator/info")) {
				assertRefused(application.get(path), 401, "subject.missing");
				assertRefused(application.get(path, application.bearer("metrics")), 403, "policy.scope-missing");
				assertThat(application.get(path, application.bearer("actuator:read")).status()).isEqualTo(200);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "CONTEXT_AND_SERVLET_PATH", "MANAGEMENT_PORT_WITH_BASE_PATH" })
	void getWhenHealthHasScopeThenClosedWithItsAdditionalPaths(Placement placement) throws IOException {
		try (RunningApplication application = start(placement, "zt.actuator.endpoints.health.read-scope=health",
				"management.endpoint.health.group.live.include=ping",
				"management.endpoint.health.group.live.additional-path="
						+ (placement.isOwnPort() ? "management" : "server") + ":/livez")) {
			for (String path : List.of("/actuator/health", "/actuator/health/live", "/livez")) {
				assertRefused(application.get(path), 401, "subject.missing");
				assertRefused(application.get(path, application.bearer("actuator:read")), 403, "policy.scope-missing");
				assertThat(application.get(path, application.bearer("health")).status()).as(path).isEqualTo(200);
			}
		}
	}

	private static void assertRulesHold(RunningApplication application, String base) throws IOException {
		assertThat(application.get(base + "/health").body()).contains("\"status\":\"UP\"");
		// Boot shows no components unless told to
		assertThat(application.get(base + "/health/ping").status()).isEqualTo(404);
		assertThat(application.get(base + "/info").status()).isEqualTo(200);
		assertThat(application.get(base + "/info", application.bearer()).status()).isEqualTo(200);
		assertReads(application, base + "/metrics", "metrics", "actuator:read");
		assertReads(application, base + "/metrics/jvm.info", "metrics", "actuator:read");
		assertReads(application, base + "/env", "actuator:read", "metrics");
		assertReads(application, base + "/vault", "vault", "actuator:read");
		assertReads(application, base + "/vault/x", "vault", "actuator:read");
		assertReads(application, base + "/vaultTree/a/b", "tree", "vault");
		assertThat(Ran.take()).containsExactly("list", "show", "browse");
		for (String method : List.of("POST", "DELETE")) {
			String path = base + "/vault/x";
			assertRefused(application.send(method, path), 401, "subject.missing");
			assertRefused(application.send(method, path, application.bearer("vault")), 403, "policy.scope-missing");
			assertRefused(application.send(method, path, application.bearer("vault:write")), 403,
					"policy.scope-missing");
			assertRefused(application.send(method, path, application.bearer("actuator:read", "actuator:write")), 403,
					"policy.scope-missing");
			assertThat(Ran.take()).isEmpty();
			assertThat(application.send(method, path, application.bearer("vault", "vault:write")).status())
				.isEqualTo(200);
			assertThat(Ran.take()).containsExactly("POST".equals(method) ? "put" : "remove");
		}
		assertRefused(application.send("POST", base + "/shutdown", application.bearer("actuator:read")), 403,
				"policy.scope-missing");
		assertRefused(application.send("POST", base + "/shutdown"), 401, "subject.missing");
		if (!base.isEmpty()) {
			assertReads(application, base, "actuator:read", "metrics");
			assertThat(application.get(base, application.bearer("actuator:read")).body()).contains("_links");
		}
	}

	private static void assertReads(RunningApplication application, String path, String scope, String other)
			throws IOException {
		assertRefused(application.get(path), 401, "subject.missing");
		assertRefused(application.get(path, application.bearer(other)), 403, "policy.scope-missing");
		assertRefused(application.send("HEAD", path, application.bearer(other)), 403, "");
		Answer answer = application.get(path, application.bearer(scope));
		assertThat(answer.status()).as("%s %s", path, answer).isEqualTo(200);
	}

	private static RunningApplication start(Placement placement, String... properties) {
		List<String> all = new ArrayList<>(RULES);
		all.addAll(List.of(properties));
		return RunningApplication.start(placement, all, ActuatorApi.class);
	}

}
