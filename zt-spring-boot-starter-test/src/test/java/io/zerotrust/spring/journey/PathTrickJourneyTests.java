package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Request targets and methods that two readers of a request could understand differently.
 * Whatever is sent: the handler that runs is one whose rule the caller satisfies.
 */
@ParameterizedClass
@EnumSource
class PathTrickJourneyTests {

	private static RunningApplication application;

	PathTrickJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		// the override filter makes it harder, and changes nothing for the rest
		application = RunningApplication.startHandlers(placement,
				List.of("spring.mvc.hiddenmethod.filter.enabled=true"), PathTrickApi.class);
	}

	// what handlers of other tests left
	@BeforeEach
	void forget() {
		Ran.take();
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			/open/1                      | 200 | -
			/orders/1                    | 401 | subject.missing
			//orders/1                   | 400 | request.rejected
			/orders//1                   | 400 | request.rejected
			/orders/1;a=b                | 400 | request.rejected
			/orders;a=b/1                | 400 | request.rejected
			/;/orders/1                  | 400 | request.rejected
			/open/..;/orders/1           | 400 | request.rejected
			/open/%2e%2e/orders/1        | 400 | request.rejected
			/open/%2E%2E/orders/1        | 400 | request.rejected
			/open/%252e%252e/orders/1    | 400 | request.rejected
			/open/../orders/1            | 400 | request.rejected
			/open/./../orders/1          | 400 | request.rejected
			/./orders/1                  | 400 | request.rejected
			/orders/../orders/1          | 400 | request.rejected
			/open%2F..%2Forders%2F1      | 400 | -
			/orders%2F1                  | 400 | -
			/orders%2f1                  | 400 | -
			/orders%5C1                  | 400 | -
			/orders/1%5C                 | 400 | -
			/orders/1%3B                 | 400 | request.rejected
			/open%3B/orders/1            | 400 | request.rejected
			/orders/1/                   | 401 | subject.missing
			/orders/1%20                 | 401 | subject.missing
			/orders/1%0a                 | 400 | request.rejected
			/orders/1%0d                 | 400 | request.rejected
			/orders/1%00                 | 400 | -
			/orders/1%25                 | 400 | request.rejected
			/orders/1.json               | 401 | subject.missing
			/orders/1?format=json        | 401 | subject.missing
			/orders/1#/open/1            | 400 | -
			/ORDERS/1                    | 401 | subject.missing
			/%6frders/1                  | 401 | subject.missing
			/orders/%31                  | 401 | subject.missing
			/admin                       | 401 | subject.missing
			/admin/                      | 401 | subject.missing
			/Admin                       | 401 | subject.missing
			/open/orders/1               | 401 | subject.missing
			/error                       | 401 | subject.missing
			*                            | 400 | -
			orders/1                     | 400 | -
			""")
	void getThenOnlyHandlersRunWhoseRuleTheCallerSatisfies(String target, int status, String code) throws IOException {
		Answer answer = application.get(target);
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).isEqualTo("-".equals(code) ? "" : code);
		assertThat(Ran.take()).isSubsetOf("open");
		application.get(target, application.bearer());
		assertThat(Ran.take()).isSubsetOf("open");
		application.get(target, application.bearer("orders:read"));
		assertThat(Ran.take()).isSubsetOf("open", "order");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			HEAD        | /orders/1 | 401 |                 | 403 |
			OPTIONS     | /orders/1 | 401 | subject.missing | 200 |
			TRACE       | /orders/1 | 405 |                 | 405 |
			get         | /orders/1 | 400 | request.rejected | 400 | request.rejected
			Get         | /orders/1 | 400 | request.rejected | 400 | request.rejected
			FOO         | /orders/1 | 400 | request.rejected | 400 | request.rejected
			PROPFIND    | /orders/1 | 400 | request.rejected | 400 | request.rejected
			CONNECT     | /orders/1 | 501 |                 | 501 |
			PATCH       | /orders/1 | 401 | subject.missing | 405 |
			PUT         | /orders/1 | 401 | subject.missing | 405 |
			DELETE      | /orders/1 | 401 | subject.missing | 403 | policy.scope-missing
			POST        | /orders/1 | 401 | subject.missing | 405 |
			HEAD        | /open/1   | 200 |                 | 200 |
			OPTIONS     | /open/1   | 401 | subject.missing | 200 |
			POST        | /open/1   | 401 | subject.missing | 403 | policy.scope-missing
			""")
	void sendWhenMethodIsOddThenNoStricterHandlerRuns(String method, String target, int anonymous, String code,
			int unscoped, String unscopedCode) throws IOException {
		Answer answer = application.send(method, target);
		assertThat(answer.status()).as("%s", answer).isEqualTo(anonymous);
		assertThat(answer.code()).isEqualTo((code != null) ? code : "");
		answer = application.send(method, target, application.bearer());
		assertThat(answer.status()).as("%s", answer).isEqualTo(unscoped);
		assertThat(answer.code()).isEqualTo((unscopedCode != null) ? unscopedCode : "");
		assertThat(Ran.take()).isSubsetOf("open");
	}

	@Test
	void getWhenTargetIsAbsoluteThenItsPathCounts() throws IOException {
		String target = "http://localhost:" + application.placedPort() + application.placed("/orders/1");
		Answer answer = application.get(target);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("subject.missing");
		assertThat(application.get(target, application.bearer("orders:read")).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("order");
		assertThat(application.get("http://elsewhere.test" + application.placed("/orders/1")).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%s", "//%s", "/./%s", "/x/../%s", "/%%2e/%s", "/%s/", "/%s;a=b", "/%s%%2f", "/%s%%5c",
			"/%s%%20", "/%s/%%2e" })
	void getWhenWhatStandsBeforeIsDisguisedThenNoHandlerRuns(String format) throws IOException {
		String before = application.placement().mvc();
		for (String written : List.of(before, before.toUpperCase(Locale.ROOT), before.replaceFirst("/.", "/%63"))) {
			String target = format.formatted(written.isEmpty() ? "" : written.substring(1)) + "/orders/1";
			Answer answer = RunningApplication.send(application.placedPort(), "GET", target, "");
			assertThat(answer.status()).as("%s %s", target, answer).isGreaterThanOrEqualTo(400);
			RunningApplication.send(application.placedPort(), "GET", target, "", application.bearer());
			assertThat(Ran.take()).as(target).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-HTTP-Method-Override: DELETE", "X-HTTP-Method: DELETE", "X-Method-Override: DELETE",
			"X-Original-URL: /admin", "X-Rewrite-URL: /admin", "X-Forwarded-Prefix: /admin",
			"X-Forwarded-Host: localhost" })
	void getWhenHeadersClaimOtherwiseThenRequestLineCounts(String header) throws IOException {
		Answer answer = application.get("/open/1", header);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("open");
		Answer order = application.get("/orders/1", header, application.bearer("orders:read"));
		assertThat(order.status()).as("%s", order).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("order");
	}

}
