package io.zerotrust.spring.journey;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.management.ObjectName;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.spring.actuate.ZerotrustEndpoint;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Actuator endpoint from both sides: what an operator learns, and that nobody else
 * learns anything.
 */
class ZerotrustEndpointJourneyTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=zerotrust";

	private static final String SCOPE = "zt.actuator.endpoints.zerotrust.read-scope=zt:read";

	private static final String SUSPICIOUS = "zt.risk.suspicious-networks=127.0.0.0/8";

	private static final List<String> PATHS = List.of("/actuator/zerotrust", "/actuator/zerotrust/policy",
			"/actuator/zerotrust/posture", "/actuator/zerotrust/decisions", "/actuator/zerotrust/decisions/0",
			"/actuator/zerotrust/policy/0", "/actuator/zerotrust/other");

	@ParameterizedTest
	@EnumSource
	void getWhenNoScopeIsConfiguredThenDenied(Placement placement) throws IOException {
		try (RunningApplication application = RunningApplication.start(placement, List.of(EXPOSED),
				MeasuredApi.class)) {
			String id = refused(application);
			for (String path : paths(id)) {
				assertRefused(application.get(path), 401, "subject.missing");
				assertRefused(application.get(path, application.bearer("actuator:read")), 403, "policy.uncovered");
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void getWhenScopeIsConfiguredThenItAloneOpens(Placement placement) throws IOException {
		List<String> properties = List.of(EXPOSED, SCOPE, "zt.actuator.read-scope=actuator:read",
				"zt.actuator.write-scope=actuator:write");
		try (RunningApplication application = RunningApplication.start(placement, properties, MeasuredApi.class)) {
			String id = refused(application);
			String good = application.bearer("zt:read");
			for (String path : paths(id)) {
				assertRefused(application.get(path), 401, "subject.missing");
				assertRefused(application.get(path, application.bearer(BadToken.EXPIRED, "zt:read")), 401,
						"token.expired");
				assertRefused(application.get(path, application.bearer("actuator:read", "actuator:write")), 403,
						"policy.scope-missing");
				assertRefused(application.send("HEAD", path, application.bearer("actuator:read")), 403, "");
				assertThat(application.send("POST", path, application.bearer("zt:read", "actuator:write")).status())
					.isEqualTo(405);
			}
			for (String path : List.of("/actuator/zerotrust", "/actuator/zerotrust/policy",
					"/actuator/zerotrust/posture", "/actuator/zerotrust/decisions/" + id)) {
				assertThat(application.get(path, good).status()).as(path).isEqualTo(200);
			}
			for (String path : List.of("/actuator/zerotrust/decisions", "/actuator/zerotrust/policy/" + id,
					"/actuator/zerotrust/other", "/actuator/zerotrust/other/" + id,
					"/actuator/zerotrust/decisions/" + id.substring(1),
					"/actuator/zerotrust/decisions/" + id + "/subject",
					"/actuator/zerotrust/decisions/00000000000000000000000000000000",
					"/actuator/zerotrust/decisions/" + id + "%20", "/actuator/zerotrust/decisions/*")) {
				assertThat(application.get(path, good).status()).as(path).isEqualTo(404);
			}
		}
	}

	private static List<String> paths(String id) {
		List<String> paths = new ArrayList<>(PATHS);
		paths.add("/actuator/zerotrust/decisions/" + id);
		return paths;
	}

	/**
	 * Be refused, and return the decision id.
	 */
	private static String refused(RunningApplication application) throws IOException {
		Answer refused = application.get("/actuator/zerotrust");
		assertRefused(refused, 401, "subject.missing");
		return JsonPath.read(refused.body(), "$.decisionId");
	}

	@Test
	void sendWhenWithoutScopeThenNoMethodAndNoSpellingTellsAnything() throws IOException {
		try (RunningApplication application = start()) {
			String id = refused(application);
			for (String path : paths(id)) {
				assertThat(application.send("OPTIONS", path, application.bearer("actuator:read")).body()).isEmpty();
				assertThat(application.send("OPTIONS", path).status()).isEqualTo(401);
				for (String method : List.of("HEAD", "POST", "PUT", "PATCH", "DELETE")) {
					for (String[] who : new String[][] { {}, { application.bearer("actuator:read") } }) {
						Answer answer = application.send(method, path, who);
						assertThat(answer.status()).as("%s %s: %s", method, path, answer).isIn(401, 403, 405);
						assertThat(answer.body()).doesNotContain("findings", "gates", "covered");
					}
				}
				for (String spelt : List.of(path + "/", path + "//", path + ".json", path.toUpperCase(Locale.ROOT),
						path.replace("zerotrust", "%7Aerotrust"), path + "?format=json", path + "%2F")) {
					Answer answer = application.get(spelt, application.bearer("actuator:read"));
					assertThat(answer.status()).as("%s: %s", spelt, answer).isIn(400, 403, 404);
					assertThat(answer.body()).doesNotContain("findings", "gates", "covered");
				}
			}
		}
	}

	@Test
	void getWhenApplicationWritesJsonItsWayThenShapeStays() throws IOException {
		try (RunningApplication application = start("spring.jackson.property-naming-strategy=SNAKE_CASE",
				"spring.jackson.default-property-inclusion=non_empty",
				"spring.jackson.serialization.indent-output=true")) {
			Answer refused = application.get("/orders/1");
			assertThat(JsonPath.<String>read(explain(application, refused), "$.clientAddress")).isEqualTo("127.0.0.1");
			String posture = application.get("/actuator/zerotrust/posture", application.bearer("zt:read")).body();
			assertThat(JsonPath.<List<Object>>read(posture, "$.needingRules")).isEmpty();
			assertThat(JsonPath.<List<Object>>read(posture, "$.wouldRefuse")).isEmpty();
		}
	}

	@Test
	void decisionWhenRefusedThenExplainedWithoutWhatTheCallerSent() throws IOException {
		try (RunningApplication application = start(SUSPICIOUS)) {
			String token = application.token()
				.subject("alice")
				.client("shop")
				.scopes("orders:write")
				.claim("email", "alice@example.com")
				.mint();
			Answer refused = application.get("/orders/4711?card=5555", "Authorization: Bearer " + token,
					"User-Agent: probe/1.0", "X-Secret: hush");
			assertRefused(refused, 403, "policy.scope-missing");
			String explained = explain(application, refused);
			assertThat(JsonPath.<String>read(explained, "$.decision.outcome")).isEqualTo("deny");
			assertThat(JsonPath.<String>read(explained, "$.decision.code")).isEqualTo("policy.scope-missing");
			assertThat(JsonPath.<String>read(explained, "$.decision.detail")).contains("orders:read", "orders:write",
					"MeasuredApi");
			assertThat(JsonPath.<List<String>>read(explained, "$.decision.demands.scopes"))
				.containsExactly("orders:read");
			assertThat(JsonPath.<Map<String, Object>>read(explained, "$.subject")).isEqualTo(Map.of("issuer",
					"https://idp.example.com", "id", "alice", "client", "shop", "kind", "human", "actors", List.of()));
			assertThat(JsonPath.<String>read(explained, "$.endpoint")).isEqualTo("/orders/{id}");
			assertThat(JsonPath.<String>read(explained, "$.clientAddress")).isEqualTo("127.0.0.1");
			assertThat(JsonPath.<String>read(explained, "$.gate")).isEqualTo("access");
			assertThat(JsonPath.<List<String>>read(explained, "$.findings[*].check")).contains("token.lifetime")
				.endsWith("policy");
			assertThat(explained).doesNotContain("4711", "5555", "probe", "hush", "alice@example.com", "Bearer", "eyJ",
					token.substring(token.lastIndexOf('.')));
		}
	}

	@Test
	void decisionWhenOnlyObservedThenSaysWhatItWouldBe() throws IOException {
		try (RunningApplication application = start(SUSPICIOUS, "zt.checks.risk.mode=observe",
				"zt.checks[own.local].mode=observe")) {
			Answer refused = application.get("/critical", application.bearer(), "User-Agent: own.fast");
			assertThat(refused.status()).isEqualTo(200);
			// somebody else, who has no session that began with another user agent
			String operator = application.token().subject("operator").scopes("zt:read").mint();
			String posture = application.get("/actuator/zerotrust/posture", "Authorization: Bearer " + operator).body();
			assertThat(JsonPath.<List<String>>read(posture, "$.observedChecks")).containsExactly("risk", "risk.learned",
					"own.local");
			assertThat(JsonPath.<List<Map<String, Object>>>read(posture, "$.wouldRefuse"))
				.containsExactly(Map.of("endpoint", "GET /critical", "code", "risk.step-up", "count", 1));
		}
	}

	@Test
	void decisionWhenSubjectHasMarkupThenItIsOnlyText() throws IOException {
		try (RunningApplication application = start()) {
			String name = "\"},\"x\":[\"<script>alert(1)</script>\\\u2028";
			String token = application.token().subject(name).mint();
			Answer refused = application.get("/orders/1", "Authorization: Bearer " + token);
			assertRefused(refused, 403, "policy.scope-missing");
			String explained = explain(application, refused);
			assertThat(JsonPath.<String>read(explained, "$.subject.id")).isEqualTo(name);
			assertThat(JsonPath.<Map<String, Object>>read(explained, "$")).doesNotContainKey("x");
		}
	}

	@Test
	void decisionWhenCheckOfTheApplicationThrottlesThenExplainedWithEvidence() throws IOException {
		try (RunningApplication application = start()) {
			Answer refused = application.get("/orders/1", application.bearer("orders:read"), "User-Agent: own.fast");
			assertRefused(refused, 429, "own.fast");
			String explained = explain(application, refused);
			assertThat(JsonPath.<Integer>read(explained, "$.decision.demands.retryAfter")).isEqualTo(3);
			assertThat(JsonPath.<List<String>>read(explained, "$.findings[?(@.check=='own.local')].evidence[0].value"))
				.containsExactly("seen own.fast");
		}
	}

	@Test
	void decisionWhenSpringRefusesTheTokenThenExplainedWithoutIt() throws IOException {
		try (RunningApplication application = start()) {
			for (BadToken bad : BadToken.values()) {
				String header = application.bearer(bad, "orders:read");
				Answer refused = application.get("/orders/1", header);
				assertThat(refused.status()).as("%s", bad).isIn(400, 401);
				String explained = explain(application, refused);
				assertThat(JsonPath.<String>read(explained, "$.decision.code")).isEqualTo(refused.code());
				String token = header.substring("Authorization: Bearer ".length());
				assertThat(explained).as("%s", bad).doesNotContain("eyJ");
				if (token.length() > 20) {
					assertThat(explained).as("%s", bad).doesNotContain(token.substring(token.length() - 20));
				}
			}
		}
	}

	@Test
	void decisionWhenPushedOutOrSizeIsZeroThenNotFound() throws IOException {
		try (RunningApplication application = start("zt.audit.recent.refusals=2", "zt.audit.recent.throttles=0")) {
			String first = JsonPath.read(application.get("/orders/1").body(), "$.decisionId");
			String throttled = JsonPath.read(
					application.get("/orders/1", application.bearer("orders:read"), "User-Agent: own.fast").body(),
					"$.decisionId");
			assertThat(status(application, throttled)).isEqualTo(404);
			assertThat(status(application, first)).isEqualTo(200);
			application.get("/orders/1");
			application.get("/orders/1");
			assertThat(status(application, first)).isEqualTo(404);
		}
	}

	private static int status(RunningApplication application, String id) throws IOException {
		return application.get("/actuator/zerotrust/decisions/" + id, application.bearer("zt:read")).status();
	}

	@Test
	void policyWhenAskedThenHasEveryRuleAndWhereItStands() throws IOException {
		try (RunningApplication application = start("zt.checks[own.remote].timeout=100ms",
				"zt.checks[own.local].on-failure=pass")) {
			String policy = application.get("/actuator/zerotrust/policy", application.bearer("zt:read")).body();
			String order = "$.endpoints[?(@.endpoint=='GET /orders/{id}')]";
			assertThat(JsonPath.<List<List<String>>>read(policy, order + ".scopes.allOf"))
				.containsExactly(List.of("orders:read"));
			assertThat(JsonPath.<List<String>>read(policy, order + ".rule")).singleElement()
				.asString()
				.contains("MeasuredApi$Controller");
			assertThat(JsonPath.<List<String>>read(policy, "$.endpoints[?(@.endpoint=='GET /critical')].sensitivity"))
				.containsExactly("critical");
			assertThat(JsonPath.<Map<String, Object>>read(policy, "$.gates")).containsOnlyKeys("arrival", "access",
					"invocation");
			assertThat(JsonPath.<List<Map<String, Object>>>read(policy, "$.gates.access[-2:]")).containsExactly(
					Map.of("check", "own.local", "mode", "enforce", "onFailure", "pass"),
					Map.of("check", "own.remote", "mode", "enforce", "onFailure", "refuse", "timeoutMillis", 100));
			assertThat(JsonPath.<List<String>>read(policy, "$.endpoints[?(@.kind=='actuator')].admission"))
				.contains("ruled");
		}
	}

	@Test
	void policyWhenHandlerIsMappedLaterThenItIsThere() throws Exception {
		try (RunningApplication application = start("zt.uncovered=deny")) {
			application.context()
				.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
				.registerMapping(RequestMappingInfo.paths("/late").build(), new Late(), Late.class.getMethod("late"));
			String posture = application.get("/actuator/zerotrust/posture", application.bearer("zt:read")).body();
			assertThat(JsonPath.<List<String>>read(posture, "$.needingRules[*].endpoint")).containsExactly("* /late");
			assertThat(JsonPath.<Double>read(posture, "$.covered")).isLessThan(1);
			assertThat(JsonPath.<Map<String, Integer>>read(posture, "$.byAdmission").values())
				.satisfies((counts) -> assertThat(counts.stream().mapToInt(Integer::intValue).sum())
					.isEqualTo(JsonPath.<Integer>read(posture, "$.endpoints")));
			assertThat(JsonPath.<String>read(posture, "$.mode")).isEqualTo("enforce");
		}
	}

	@Test
	void startWhenNotExposedThenNothingIsRemembered() {
		try (RunningApplication application = RunningApplication.start(MeasuredApi.class)) {
			assertThat(application.context().getBeanProvider(ZerotrustEndpoint.class).stream()).isEmpty();
			assertThat(application.context().getBeanProvider(RecentDecisions.class).stream()).isEmpty();
		}
	}

	@Test
	void startWhenJmxIsExposedThenTheEndpointIsNotThere() throws Exception {
		try (RunningApplication application = start("spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=*")) {
			assertThat(application.context().getBean(ZerotrustEndpoint.class)).isNotNull();
			Set<ObjectName> names = ManagementFactory.getPlatformMBeanServer()
				.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,*"), null);
			assertThat(names).extracting((name) -> name.getKeyProperty("name"))
				.contains("Health")
				.doesNotContain("Zerotrust");
		}
	}

	private static RunningApplication start(String... properties) {
		List<String> all = new ArrayList<>(List.of(EXPOSED, SCOPE));
		all.addAll(List.of(properties));
		return RunningApplication.start(all, MeasuredApi.class);
	}

	private static String explain(RunningApplication application, Answer refused) throws IOException {
		String id = JsonPath.read(refused.body(), "$.decisionId");
		Answer explained = application.get("/actuator/zerotrust/decisions/" + id, application.bearer("zt:read"));
		assertThat(explained.status()).as("%s", explained).isEqualTo(200);
		assertThat(JsonPath.<String>read(explained.body(), "$.id")).isEqualTo(id);
		return explained.body();
	}

	/**
	 * Nobody ruled on it.
	 */
	static final class Late {

		@ResponseBody
		public String late() {
			return "late";
		}

	}

}
