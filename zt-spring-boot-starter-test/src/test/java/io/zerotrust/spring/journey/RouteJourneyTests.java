package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers that cannot be annotated, ruled by properties.
 */
class RouteJourneyTests {

	static final List<String> ROUTES = List.of("spring.web.resources.static-locations=classpath:/journey-static/",
			"zt.routes[0].paths=/lib/{id}", "zt.routes[0].methods=GET", "zt.routes[0].scopes=lib:read",
			"zt.routes[1].paths=/lib/{id},/any", "zt.routes[1].any-scope=lib:write,lib:admin",
			"zt.routes[2].paths=/fn/{id},/nested/fn,/own,/raw", "zt.routes[2].roles=TESTER",
			"zt.routes[3].paths=/open,/open-fn", "zt.routes[3].public-access=everybody may look",
			"zt.routes[3].ignore-bad-credentials=true", "zt.routes[4].paths=/strong", "zt.routes[4].scopes=strong",
			"zt.routes[4].step-up.acr=gold", "zt.routes[4].step-up.max-age=5m",
			"zt.routes[4].callers.clients=console-app", "zt.routes[4].sensitivity=critical",
			"zt.routes[5].paths=/annotated", "zt.routes[5].scopes=annotated,more", "zt.routes[6].servlets=console",
			"zt.routes[6].scopes=console", "zt.routes[7].resources=/listed/**",
			"zt.routes[7].any-authenticated=callers may read", "zt.routes[8].resources=/listed/deeper/**",
			"zt.routes[8].scopes=deeper", "zt.public-resources=/listed.txt",
			"spring.security.oauth2.resourceserver.jwt.authorities-claim-name=roles",
			"spring.security.oauth2.resourceserver.jwt.authority-prefix=ROLE_");

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(ROUTES, RouteApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /lib/1, lib:read, read", "HEAD, /lib/1, lib:read, ''", "POST, /lib/1, lib:write, written",
			"DELETE, /lib/1, lib:admin, deleted", "GET, /any, lib:write, any", "PATCH, /any, lib:write, any",
			"GET, /console/, console, console", "GET, /annotated, annotated more, annotated" })
	void sendWhenScopesHeldThenServed(String method, String path, String scopes, String body) throws IOException {
		Answer answer = application.send(method, path, application.bearer(scopes.split(" ")));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /lib/1, lib:write", "HEAD, /lib/1, lib:write", "POST, /lib/1, lib:read",
			"DELETE, /lib/1, lib:read", "GET, /any, lib:read", "PATCH, /any, lib:read", "GET, /console/x, lib:read",
			"GET, /annotated, annotated", "GET, /annotated, more", "GET, /listed/deeper/file.txt, listed" })
	void sendWhenScopeMissingThenRefused(String method, String path, String scopes) throws IOException {
		Answer answer = application.send(method, path, application.bearer(scopes.split(" ")));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lib/1", "/any", "/fn/1", "/nested/fn", "/own", "/raw", "/strong", "/annotated",
			"/console/", "/unlisted/", "/listed/file.txt", "/listed/deeper/file.txt" })
	void getWhenAnonymousThenRefused(String path) throws IOException {
		assertRefused(application.get(path), 401, "subject.missing");
	}

	@ParameterizedTest
	@CsvSource({ "/fn/1, function", "/nested/fn, function", "/own, function", "/raw, raw" })
	void getWhenRoleHeldThenServed(String path, String body) throws IOException {
		assertRefused(application.get(path, application.bearer("TESTER")), 403, "policy.role-missing");
		String token = "Authorization: Bearer " + application.token().claim("roles", List.of("TESTER")).mint();
		Answer answer = application.get(path, token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(body);
	}

	@Test
	void getWhenRoutePublicThenEverybodyAndBadTokensIgnored() throws IOException {
		assertThat(application.get("/open").body()).isEqualTo("open");
		assertThat(application.get("/open", "Authorization: Bearer no.such.token").body()).isEqualTo("open");
	}

	@Test
	void getWhenRouteDemandsCallerAndStepUpThenBothHold() throws IOException {
		assertRefused(application.get("/strong", strong("other-app", "gold")), 403, "policy.caller-denied");
		assertRefused(application.get("/strong", strong("console-app", "silver")), 401, "step-up.required");
		assertThat(application.get("/strong", strong("console-app", "gold")).body()).isEqualTo("strong");
	}

	private static String strong(String client, String acr) {
		long now = System.currentTimeMillis() / 1000;
		return "Authorization: Bearer " + application.token()
			.scopes("strong")
			.claim("client_id", client)
			.claim("acr", acr)
			.claim("auth_time", now)
			.claim("amr", List.of("pwd", "otp"))
			.mint();
	}

	@Test
	void getWhenServletIsNotListedThenRefused() throws IOException {
		assertRefused(application.get("/unlisted/", application.bearer("console")), 403, "policy.uncovered");
	}

	@Test
	void getWhenResourcesRuledThenMostSpecificCounts() throws IOException {
		assertThat(application.get("/listed.txt").status()).isEqualTo(200);
		assertThat(application.get("/listed/file.txt", application.bearer()).status()).isEqualTo(200);
		assertThat(application.get("/listed/deeper/file.txt", application.bearer("deeper")).status()).isEqualTo(200);
		assertThat(application.get("/unlisted.txt", application.bearer("deeper")).status()).isEqualTo(404);
		assertThat(application.get("/listed/none.txt", application.bearer("deeper")).status()).isEqualTo(404);
	}

	// a default handler reports the caller's path as its pattern
	@Test
	void sendWhenDefaultHandlerThenRoutesOfThatPathAreNotItsRules() throws IOException {
		List<String> routes = List.of("zt.uncovered=deny", "zt.routes[0].paths=/open-fn",
				"zt.routes[0].public-access=everybody may look");
		try (RunningApplication other = RunningApplication.start(routes, RouteApi.class, DefaultHandler.class)) {
			assertThat(other.get("/open-fn").body()).isEqualTo("function");
			assertRefused(other.send("DELETE", "/open-fn"), 401, "subject.missing");
			assertRefused(other.send("DELETE", "/open-fn", other.bearer("open")), 403, "policy.uncovered");
			assertRefused(other.get("/anything", other.bearer("open")), 403, "policy.uncovered");
		}
	}

	// the pattern of a route is never held against what a caller sends
	@ParameterizedTest
	@ValueSource(strings = { "/lib/1/", "/LIB/1", "/lib/%31", "/lib/1;a=b", "/lib//1", "/lib/../open", "/open/../lib/1",
			"/lib/1%2f", "//lib/1", "/lib/{id}", "/lib/%7Bid%7D" })
	void getWhenPathIsTrickyThenNeverServedWithoutScope(String path) throws IOException {
		assertThat(application.get(path).status()).as(path).isIn(400, 401);
		assertThat(application.get(path, application.bearer("open")).status()).as(path).isIn(400, 403, 404);
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

	@Configuration(proxyBeanMethods = false)
	static class DefaultHandler {

		/**
		 * Reports the path of the request as its pattern.
		 */
		@Bean
		SimpleUrlHandlerMapping defaultHandler() {
			HttpRequestHandler handler = (request, response) -> response.getWriter().write("default");
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of(), 2);
			mapping.setDefaultHandler(handler);
			return mapping;
		}

	}

}
