package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filter chains of the application can narrow what zt lets through, and never widen it:
 * what they forget is refused.
 */
@ParameterizedClass
@EnumSource(mode = Mode.MATCH_NONE, names = "MANAGEMENT_PORT.*")
class OwnChainJourneyTests {

	private static RunningApplication application;

	OwnChainJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.start(placement,
				List.of("management.endpoints.web.exposure.include=*", "zt.actuator.read-scope=actuator:read"),
				ChainedApplication.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenRuleAllowsThenServed() throws IOException {
		for (String path : List.of("/api/orders", "/api/fn", "/bare/orders", "/open/orders")) {
			assertThat(get(path, application.bearer("orders:read")).status()).as(path).isEqualTo(200);
		}
		assertThat(get("/open/catalog").status()).isEqualTo(200);
	}

	// everything beside /api/** is open to anybody
	@Test
	void getWhenNoChainMatchesThenRefused() throws IOException {
		for (String path : List.of("/other", "/fn", "/actuator/beans", "/actuator/env", "/actuator", "/nothing")) {
			assertRefused(get(path), 403, "coverage.unguarded");
			// a token that nobody verifies opens nothing
			assertRefused(get(path, application.bearer("orders:read", "actuator:read")), 403, "coverage.unguarded");
		}
	}

	// the customizer never sees such chains
	@Test
	void getWhenChainIsHandBuiltOrIgnoringThenRefused() throws IOException {
		for (String path : List.of("/raw/orders", "/raw/catalog", "/ignored/orders")) {
			assertRefused(get(path), 403, "coverage.unguarded");
			assertRefused(get(path, application.bearer("orders:read")), 403, "coverage.unguarded");
		}
	}

	// a chain without authorizeHttpRequests has nothing to wrap
	@Test
	void getWhenChainHasNoRulesThenOursHold() throws IOException {
		assertRefused(get("/bare/orders"), 401, "subject.missing");
		assertRefused(get("/bare/orders", application.bearer("orders:write")), 403, "policy.scope-missing");
	}

	@Test
	void getWhenChainPermitsAllThenOursHold() throws IOException {
		assertRefused(get("/open/orders"), 401, "subject.missing");
		assertRefused(get("/open/orders", application.bearer("orders:write")), 403, "policy.scope-missing");
	}

	@Test
	void getWhenOwnRuleIsNarrowerThenItHolds() throws IOException {
		assertRefused(get("/api/vip", application.bearer("orders:read")), 403, "spring.access-denied");
		assertThat(get("/api/vip", application.bearer("orders:read", "vip")).status()).isEqualTo(200);
		assertRefused(get("/api/vip", application.bearer("vip")), 403, "policy.scope-missing");
		// @PublicAccess opens what the application's own chain closes as little
		assertRefused(get("/api/catalog"), 401, "spring.unauthenticated");
	}

	// other servlets are in no handler mapping
	@Test
	void getWhenServletIsBesideMvcThenRefused() throws IOException {
		Answer answer = application.beside("/legacy/x");
		assertRefused(answer, 403, "coverage.unguarded");
	}

	// an advice turned a refusal into 200
	@Test
	void sendWhenAdviceHandlesEverythingThenRefusalStays() throws IOException {
		assertRefused(get("/api/orders"), 401, "subject.missing");
		assertRefused(get("/api/orders", application.bearer("orders:write")), 403, "policy.scope-missing");
		assertThat(get("/api/boom", application.bearer("orders:read")).body()).isEqualTo("fine");
	}

	// what a form body says is known at dispatch alone
	@Test
	void postWhenFormChoosesAnotherHandlerThenGuardDecides() throws IOException {
		String form = "application/x-www-form-urlencoded";
		String path = "/api/orders";
		assertRefused(application.post(path, form, "kind=rush", application.bearer("orders:write")), 403,
				"policy.scope-missing");
		assertThat(application.post(path, form, "kind=rush", application.bearer("orders:write", "orders:rush")).body())
			.isEqualTo("rushed");
		assertThat(application.post(path, form, "kind=slow", application.bearer("orders:write")).body())
			.isEqualTo("ordered");
		assertRefused(application.post(path, form, "kind=rush"), 401, "subject.missing");
	}

	@Test
	void getWhenPathIsDisguisedThenNeverServed() throws IOException {
		for (String path : List.of("/api/../other", "/api/%2e%2e/other", "/api;x=1/../other", "//other", "/OTHER",
				"/other/", "/other;x=1", "/api/..;/other", "/api%2fx/../other", "/other%00", "/other.json")) {
			Answer answer = get(path, application.bearer("orders:read"));
			assertThat(answer.status()).as("%s %s", path, answer).isBetween(400, 404);
			assertThat(answer.body()).isNotEqualTo("orders");
		}
	}

	private static Answer get(String path, String... headers) throws IOException {
		return application.get(path, headers);
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
		assertThat(answer.body()).contains("\"decisionId\":\"");
	}

}
