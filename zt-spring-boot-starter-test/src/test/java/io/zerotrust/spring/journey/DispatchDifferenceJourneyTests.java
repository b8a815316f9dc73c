package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is decided on and what is dispatched to could differ: a filter behind changes the
 * method, another application moves its Actuator, a proxy hides its class, routes are
 * nested, bodies and headers are malformed.
 */
class DispatchDifferenceJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("management.endpoints.web.exposure.include=*",
				"management.endpoint.loggers.access=unrestricted", "zt.actuator.read-scope=ops:read",
				"zt.actuator.write-scope=ops:write"), DispatchDifferenceApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenFilterBehindTurnsActuatorReadIntoWriteThenWriteScopeIsNeeded() throws IOException {
		String reader = application.bearer("ops:read");
		assertThat(application.get("/actuator/loggers/ROOT", reader).status()).isEqualTo(200);
		assertThat(application.post("/actuator/loggers/ROOT", "application/json", "{}", reader).status())
			.isEqualTo(403);
		String body = "{\"configuredLevel\":\"ERROR\"}";
		Answer answer = RunningApplication.send(application.port(), "GET", "/actuator/loggers/ROOT", body, reader,
				"Content-Type: application/json", "X-HTTP-Method-Override: POST");
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
	}

	@Test
	void getWhenHealthAfterAnotherApplicationThenStillOpen() throws IOException {
		List<String> properties = List.of("management.endpoints.web.base-path=/manage");
		try (RunningApplication other = RunningApplication.start(properties, CorePathJourneyTests.Api.class)) {
			Answer first = application.get("/actuator/health");
			Answer second = other.get("/manage/health");
			assertThat(List.of(first.status(), second.status())).as("%s %s", first, second).containsExactly(200, 200);
		}
	}

	@Test
	void postWhenControllerIsScopedProxyThenStepUpOfTheClassHolds() throws IOException {
		String weak = application.bearer("payments:write");
		assertThat(application.post("/plain-payments", "application/json", "{}", weak).code())
			.isEqualTo("step-up.required");
		Answer answer = application.post("/payments", "application/json", "{}", weak);
		assertThat(answer.code()).as("%s", answer).isEqualTo("step-up.required");
	}

	@Test
	void getWhenRoutesAreNestedInThoseOfAnotherBeanThenTheirOwnRuleHoldsToo() throws IOException {
		assertThat(application.get("/inner").code()).isEqualTo("subject.missing");
		Answer answer = application.get("/v2/inner");
		assertThat(answer.code()).as("%s", answer).isEqualTo("subject.missing");
	}

	@Test
	void putWhenFormAndAnonymousThenNothingIsLearnt() throws IOException {
		String type = "application/x-www-form-urlencoded";
		Answer plain = application.send("PUT", "/orders/1");
		assertThat(plain.status()).as("%s", plain).isEqualTo(401);
		Answer answer = application.send("PUT", "/orders/1", "Content-Type: " + type);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
	}

	@Test
	void getWhenMalformedThenNeverAServerError() throws IOException {
		assertThat(application.get("/anything", "Authorization: Bearer %00\u00ff").status()).isIn(400, 401);
		assertThat(application.get("/search?q=%zz", application.bearer()).status()).isLessThan(500);
		assertThat(application.post("/orders?x=%zz&%=", "multipart/form-data", "x").status()).isLessThan(500);
		assertThat(application.get("/orders/1", "Origin: :::", application.bearer()).status()).isLessThan(500);
		assertThat(application.get("/orders/%ff%fe", application.bearer("orders:read")).status()).isLessThan(500);
		assertThat(application.send("FOO", "/orders/1", application.bearer("orders:read")).status()).isLessThan(500);
		assertThat(application.get("/orders/1", "Accept: x;;;", application.bearer("orders:read")).status())
			.isLessThan(500);
	}

}
