package io.zerotrust.spring.journey;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

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
		application = RunningApplication.start(Api.class);
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
		Late late = new Late();
		mapping.registerMapping(
				RequestMappingInfo.paths("/late-unruled").options(mapping.getBuilderConfiguration()).build(), late,
				Late.class.getDeclaredMethod("unruled"));
		mapping.registerMapping(
				RequestMappingInfo.paths("/late-ruled").options(mapping.getBuilderConfiguration()).build(), late,
				Late.class.getDeclaredMethod("ruled"));
		assertRefused(application.get("/late-unruled"), 401, "subject.missing");
		assertRefused(application.get("/late-unruled", application.bearer("strict")), 403, "policy.uncovered");
		assertRefused(application.get("/late-ruled", application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get("/late-ruled", application.bearer("strict")).body()).isEqualTo("ruled");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, CatchAll.class })
	static class Api {

		@Bean
		Filter rewriting() {
			return (request, response, chain) -> chain.doFilter(new Rewritten((HttpServletRequest) request), response);
		}

	}

	static class Rewritten extends HttpServletRequestWrapper {

		Rewritten(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getRequestURI() {
			String path = super.getHeader("X-Rewrite-Path");
			return (path != null) ? path : super.getRequestURI();
		}

		@Override
		public String getServletPath() {
			return getRequestURI();
		}

		@Override
		public String getMethod() {
			String method = super.getHeader("X-Rewrite-Method");
			return (method != null) ? method : super.getMethod();
		}

		@Override
		public String getHeader(String name) {
			boolean rewritten = name.equalsIgnoreCase(super.getHeader("X-Rewrite-Header"));
			if (rewritten) {
				return "authorization".equalsIgnoreCase(name) ? null : "1";
			}
			return super.getHeader(name);
		}

	}

	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		String rescue(Exception ex) {
			return "rescued";
		}

	}

	@ResponseBody
	static class Late {

		String unruled() {
			return Ran.record("unruled");
		}

		@RequiresScope("strict")
		String ruled() {
			return Ran.record("ruled");
		}

	}

	@RestController
	@PublicAccess(reason = "everybody may look")
	static class Controller {

		@GetMapping("/open")
		String open() {
			return Ran.record("open");
		}

		@GetMapping("/strict")
		@RequiresScope("strict")
		String strict() {
			return Ran.record("strict");
		}

		@PostMapping("/open")
		@RequiresScope("strict")
		String write() {
			return Ran.record("strict");
		}

		@GetMapping("/choose")
		String choose() {
			return Ran.record("public");
		}

		@GetMapping(path = "/choose", params = "admin")
		@RequiresScope("strict")
		String chooseAdmin() {
			return Ran.record("admin");
		}

		@PostMapping("/choose")
		String form() {
			return Ran.record("public");
		}

		@PostMapping(path = "/choose", params = "admin")
		@RequiresScope("strict")
		String formAdmin() {
			return Ran.record("admin");
		}

		@PostMapping(path = "/either", params = "open")
		String eitherOpen() {
			return Ran.record("open");
		}

		@PostMapping(path = "/either", params = "admin")
		@RequiresScope("strict")
		String eitherAdmin() {
			return Ran.record("admin");
		}

		@GetMapping("/by-header")
		String byHeader() {
			return Ran.record("public");
		}

		@GetMapping(path = "/by-header", headers = "X-Admin")
		@RequiresScope("strict")
		String byHeaderAdmin() {
			return Ran.record("admin");
		}

	}

}
