package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ways to a handler other than its own path: error, asynchronous, forwarded and included
 * dispatches. The handler at the end is decided on whatever the way was.
 */
@ParameterizedClass
@EnumSource
class DispatchJourneyTests {

	private static RunningApplication application;

	DispatchJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.startHandlers(placement, List.of(), DispatchingApi.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@Test
	void getWhenHandlerThrowsThenErrorStaysWhatItIs() throws IOException {
		Answer anonymous = application.get("/boom");
		assertThat(anonymous.status()).as("%s", anonymous).isEqualTo(500);
		assertThat(anonymous.body()).contains("\"status\":500",
				"\"path\":\"" + application.placement().mvc() + "/boom\"");
		Answer known = application.get("/boom", application.bearer());
		assertThat(known.status()).as("%s", known).isEqualTo(500);
		assertThat(known.body()).contains("\"status\":500");
	}

	@Test
	void getWhenErrorPageAskedForDirectlyThenRefused() throws IOException {
		assertRefused(application.get("/error"), 401, "subject.missing");
		assertRefused(application.get("/error", application.bearer("strict")), 403, "policy.uncovered");
	}

	@Test
	void getWhenErrorPageIsAHandlerThenItsRuleHolds() throws IOException {
		assertRefused(application.get("/unpaid"), 401, "subject.missing");
		assertThat(Ran.take()).containsExactly("unpaid");
		Answer reader = application.get("/unpaid", application.bearer("strict"));
		assertThat(reader.body()).as("%s", reader).isEqualTo("strict");
		assertThat(Ran.take()).containsExactly("unpaid", "strict");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/callable", "/deferred", "/future", "/stream" })
	void getWhenAsynchronousThenServedOnce(String path) throws IOException {
		Answer answer = application.get(path, application.bearer("strict"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(path.substring(1));
		assertRefused(application.get(path), 401, "subject.missing");
		assertRefused(application.get(path, application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).containsExactly(path.substring(1));
	}

	@Test
	void getWhenAsynchronousErrorThenStaysError() throws IOException {
		Answer answer = application.get("/failing", application.bearer("strict"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(500);
		assertThat(answer.body()).contains("\"status\":500");
	}

	@Test
	void getWhenDispatchedElsewhereThenDecidedAgain() throws IOException {
		assertRefused(application.get("/async-to?path=" + within("/strict")), 401, "subject.missing");
		assertRefused(application.get("/async-to?path=" + within("/strict"), application.bearer()), 403,
				"policy.scope-missing");
		assertThat(Ran.take()).doesNotContain("strict");
		Answer answer = application.get("/async-to?path=" + within("/strict"), application.bearer("strict"));
		assertThat(answer.body()).as("%s", answer).isEqualTo("strict");
	}

	// CVE-2022-31692
	@Test
	void getWhenForwardedThenDecidedAgain() throws IOException {
		assertRefused(application.get("/forward-to?path=" + within("/strict")), 401, "subject.missing");
		assertRefused(application.get("/forward-to?path=" + within("/strict"), application.bearer()), 403,
				"policy.scope-missing");
		assertThat(Ran.take()).doesNotContain("strict");
		Answer answer = application.get("/forward-to?path=" + within("/strict"), application.bearer("strict"));
		assertThat(answer.body()).as("%s", answer).isEqualTo("strict");
	}

	@Test
	void getWhenForwardedToOpenHandlerThenServed() throws IOException {
		Answer answer = application.get("/forward-to?path=" + within("/open"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("open");
	}

	@Test
	void getWhenForwardedByViewNameThenDecidedAgain() throws IOException {
		assertRefused(application.get("/view-to-strict"), 401, "subject.missing");
		assertThat(Ran.take()).doesNotContain("strict");
	}

	@Test
	void getWhenForwardedTwiceThenDecidedAtTheEnd() throws IOException {
		assertRefused(application.get("/forward-to?path=" + within("/view-to-strict")), 401, "subject.missing");
		assertThat(Ran.take()).doesNotContain("strict");
	}

	@Test
	void getWhenForwardedFromStrictToOpenThenStrictRuleStillHolds() throws IOException {
		assertRefused(application.get("/strict-to-open"), 401, "subject.missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void getWhenForwardedToUnknownPathThenNotFoundForVerifiedCallersOnly() throws IOException {
		assertRefused(application.get("/forward-to?path=" + within("/nothing")), 401, "subject.missing");
		assertThat(application.get("/forward-to?path=" + within("/nothing"), application.bearer()).status())
			.isEqualTo(404);
	}

	@Test
	void getWhenForwardedToOtherServletThenRefused() throws IOException {
		assertRefused(application.get("/forward-to?path=/other"), 403, "coverage.servlet");
		assertRefused(application.get("/forward-to?path=/other", application.bearer("strict")), 403,
				"coverage.servlet");
		assertRefused(application.beside("/other"), 401, "subject.missing");
		assertRefused(application.beside("/other", application.bearer("strict")), 403, "policy.uncovered");
		assertThat(Ran.take()).doesNotContain("other");
	}

	// a name is known to code alone; ServletForwardingController relies on it
	@Test
	void getWhenForwardedToOtherServletByNameThenServed() throws IOException {
		assertThat(application.get("/forward-to-named").body()).isEqualTo("other");
	}

	@Test
	void getWhenIncludesThenOnlyWhatTheCallerMayHave() throws IOException {
		Answer anonymous = application.get("/include?path=" + within("/strict"));
		assertThat(anonymous.status()).as("%s", anonymous).isEqualTo(200);
		assertThat(anonymous.body()).isEqualTo("[]");
		assertThat(Ran.take()).doesNotContain("strict");
		assertThat(application.get("/include?path=" + within("/open")).body()).isEqualTo("[open]");
		assertThat(application.get("/include?path=" + within("/strict"), application.bearer("strict")).body())
			.isEqualTo("[strict]");
	}

	/**
	 * The path of a handler as the application itself knows it.
	 */
	private static String within(String path) {
		return application.placement().servlet() + path;
	}

	static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

}
