package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handler turns out to be another one than a first look at the request suggests:
 * parameters decide, filters rewrite, mappings come later.
 */
class HandlerChoiceJourneyTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(HandlerChoiceApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@Test
	void getWhenQueryChoosesThenRuleOfTheChosen() throws IOException {
		assertThat(application.get("/choose").body()).isEqualTo("public");
		assertRefused(application.get("/choose?admin"), 401, "subject.missing");
		assertRefused(application.get("/choose?%61dmin=1"), 401, "subject.missing");
		assertRefused(application.get("/choose?x=1&admin", application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).containsExactly("public");
	}

	@Test
	void postWhenFormChoosesThenRuleOfTheChosen() throws IOException {
		assertThat(application.post("/choose", FORM, "x=1").body()).isEqualTo("public");
		assertRefused(application.post("/choose", FORM, "admin=1"), 401, "subject.missing");
		assertRefused(application.post("/choose", FORM, "admin=1", application.bearer()), 403, "policy.scope-missing");
		assertRefused(application.post("/choose?x=1", FORM, "%61dmin"), 401, "subject.missing");
		assertRefused(application.post("/choose", FORM + ";charset=UTF-8", "admin"), 401, "subject.missing");
		assertThat(Ran.take()).containsExactly("public");
		assertThat(application.post("/choose", FORM, "admin=1", application.bearer("strict")).body())
			.isEqualTo("admin");
	}

	@Test
	void postWhenFormMustChooseThenGuardDecides() throws IOException {
		assertRefused(application.post("/either", FORM, "admin=1"), 401, "subject.missing");
		assertThat(application.post("/either", FORM, "open=1").body()).isEqualTo("open");
		assertThat(Ran.take()).containsExactly("open");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Rewrite-Path: /strict", "X-Rewrite-Method: POST" })
	void getWhenFilterBehindOursRewritesThenRealHandlerIsDecidedOn(String header) throws IOException {
		assertRefused(application.get("/open", header), 401, "subject.missing");
		assertRefused(application.get("/open", header, application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get("/open", header, application.bearer("strict")).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("strict");
	}

	@Test
	void getWhenFilterBehindOursAddsHeaderThenRealHandlerIsDecidedOn() throws IOException {
		assertRefused(application.get("/by-header", "X-Rewrite-Header: x-admin"), 401, "subject.missing");
		assertThat(application.get("/by-header").body()).isEqualTo("public");
		assertThat(Ran.take()).containsExactly("public");
	}

	@Test
	void getWhenFilterDropsTheAuthorizationHeaderThenSubjectStays() throws IOException {
		assertThat(application.get("/strict", "X-Rewrite-Header: authorization", application.bearer("strict")).body())
			.isEqualTo("strict");
	}

	@Test
	void getWhenMappedAtRunTimeThenItsRuleHolds() throws Exception {
		RequestMappingHandlerMapping mapping = application.context()
			.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
		HandlerChoiceApi.Late late = new HandlerChoiceApi.Late();
		mapping.registerMapping(
				RequestMappingInfo.paths("/late-unruled").options(mapping.getBuilderConfiguration()).build(), late,
				HandlerChoiceApi.Late.class.getDeclaredMethod("unruled"));
		mapping.registerMapping(
				RequestMappingInfo.paths("/late-ruled").options(mapping.getBuilderConfiguration()).build(), late,
				HandlerChoiceApi.Late.class.getDeclaredMethod("ruled"));
		assertRefused(application.get("/late-unruled"), 401, "subject.missing");
		assertRefused(application.get("/late-unruled", application.bearer("strict")), 403, "policy.uncovered");
		assertRefused(application.get("/late-ruled", application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get("/late-ruled", application.bearer("strict")).body()).isEqualTo("ruled");
	}

}
