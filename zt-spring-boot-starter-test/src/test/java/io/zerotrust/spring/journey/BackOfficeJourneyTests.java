package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser part and an API part in one application that has no filter chain: properties
 * alone say where sessions and passwords do.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class BackOfficeJourneyTests {

	private static final String CLERK = "Authorization: Basic Y2xlcms6cGFzcw==";

	private static final String WRONG = "Authorization: Basic Y2xlcms6bm9wZQ==";

	private RunningApplication application;

	@BeforeAll
	void start() {
		this.application = RunningApplication.start(List.of(BackOfficeApi.AREAS), source());
	}

	RunningApplication application() {
		return this.application;
	}

	Class<?> source() {
		return BackOfficeApi.class;
	}

	/**
	 * What the page says that says no.
	 */
	String denied() {
		return "Whitelabel Error Page";
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void visitWhenAnonymousThenLoginPageAndBackAgain(CapturedOutput output) throws IOException {
		Browser browser = new Browser(this.application);
		Answer asked = browser.visit("/backoffice/home");
		assertThat(asked.status()).as("%s", asked).isEqualTo(302);
		assertThat(asked.header("Location")).endsWith("/login");
		assertThat(asked.body()).isEmpty();
		assertThat(output).contains("code=subject.missing").contains("resource=\"/backoffice/home\"");
		assertThat(browser.visit("/login").body()).contains("password");
		assertThat(browser.visit("/default-ui.css").status()).isEqualTo(200);
		String before = browser.cookies().get("JSESSIONID");
		Answer login = browser.login("clerk", "pass");
		assertThat(login.status()).as("%s", login).isEqualTo(302);
		assertThat(login.header("Location")).contains("/backoffice/home");
		assertThat(browser.cookies().get("JSESSIONID")).isNotNull().isNotEqualTo(before);
		assertThat(browser.visit("/backoffice/home?continue").body()).contains("<p>clerk</p>");
	}

	@Test
	void visitWhenPasswordIsWrongThenStaysOutside() throws IOException {
		Browser browser = new Browser(this.application);
		Answer login = browser.login("clerk", "nope");
		assertThat(login.header("Location")).as("%s", login).endsWith("/login?error");
		assertThat(browser.visit("/backoffice/home").status()).isEqualTo(302);
	}

	@Test
	void visitWhenLoggedOutThenOutsideAndOldCookieIsWorthless() throws IOException {
		Browser browser = loggedIn("clerk");
		String cookie = browser.cookie();
		browser.visit("/backoffice/home");
		assertThat(browser.cross("/logout", "a=b").status()).isEqualTo(403);
		assertThat(browser.visit("/backoffice/home").status()).isEqualTo(200);
		Answer logout = browser.submit("/logout", "a=b");
		assertThat(logout.header("Location")).as("%s", logout).endsWith("/login?logout");
		assertThat(this.application.get("/backoffice/home", cookie, "Accept: text/html").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@ValueSource(strings = { "JSESSIONID=0123456789ABCDEF0123456789ABCDEF", "JSESSIONID=", "JSESSIONID=%00",
			"JSESSIONID=../../etc/passwd", "JSESSIONID=\"", "SESSION=x; JSESSIONID=1; JSESSIONID=2" })
	void visitWhenCookieIsForgedThenAnonymous(String cookie) throws IOException {
		Answer page = this.application.get("/backoffice/home", "Cookie: " + cookie, "Accept: text/html");
		assertThat(page.status()).as("%s", page).isEqualTo(302);
		assertRefused(this.application.get("/api/me", "Cookie: " + cookie), 401, "subject.missing");
	}

	@Test
	void visitWhenRoleIsMissingThenRefusedInTheWordsOfWhoAsks() throws IOException {
		Browser browser = loggedIn("clerk");
		Answer page = browser.visit("/backoffice/chief");
		assertThat(page.status()).as("%s", page).isEqualTo(403);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.body()).contains(denied());
		assertRefused(browser.send("GET", "/backoffice/chief", "", "Accept: application/json"), 403,
				"policy.role-missing");
		assertThat(loggedIn("chief").visit("/backoffice/chief").body()).isEqualTo("chief");
	}

	@Test
	void visitWhenLoginIsTooOldThenLoginPage() throws Exception {
		Browser browser = loggedIn("clerk");
		assertThat(browser.visit("/backoffice/fresh").body()).isEqualTo("fresh");
		Thread.sleep(2_100);
		Answer asked = browser.visit("/backoffice/fresh");
		assertThat(asked.header("Location")).as("%s", asked).endsWith("/login");
		assertRefused(browser.send("GET", "/backoffice/fresh", ""), 401, "step-up.required");
		assertThat(browser.visit("/backoffice/home").status()).isEqualTo(200);
		Answer login = browser.login("clerk", "pass");
		assertThat(login.header("Location")).contains("/backoffice/fresh");
		assertThat(browser.visit("/backoffice/fresh").body()).isEqualTo("fresh");
	}

	@Test
	void submitWhenTokenOfThePageThenServedElseRefused() throws IOException {
		Browser browser = loggedIn("clerk");
		browser.visit("/backoffice/home");
		assertThat(browser.submit("/backoffice/orders", "a=b").body()).isEqualTo("ordered");
		for (String target : List.of("/backoffice/orders", "/backoffice/form", "/login", "/logout")) {
			Answer cross = browser.cross(target, "save=1");
			assertThat(cross.status()).as("%s %s", target, cross).isEqualTo(403);
			assertThat(cross.body()).doesNotContain("ordered", "saved");
		}
	}

	// Spring wants no CSRF token where a bearer token is, good or bad
	@Test
	void submitWhenCrossSiteWithBearerThenNotTheSession() throws IOException {
		Browser browser = loggedIn("clerk");
		for (String bearer : List.of("Authorization: Bearer garbage", "Authorization: bearer a.b.c",
				this.application.bearer("orders:read"))) {
			assertRefused(browser.cross("/backoffice/orders", "a=b", bearer), 400, "credential.mixed");
		}
		Answer parameter = browser.cross("/backoffice/orders?access_token=garbage", "access_token=garbage");
		assertThat(parameter.status()).as("%s", parameter).isEqualTo(403);
	}

	@Test
	void submitWhenParametersDecideThenTheRuleOfTheHandlerHolds() throws IOException {
		Browser browser = loggedIn("clerk");
		browser.visit("/backoffice/home");
		assertThat(browser.submit("/backoffice/form", "save=1").body()).isEqualTo("saved");
		assertRefused(browser.submit("/backoffice/form", "drop=1"), 403, "policy.role-missing");
	}

	@Test
	void getWhenSessionOnApiThenUnknownThere() throws IOException {
		Browser browser = loggedIn("chief");
		assertRefused(browser.visit("/api/me"), 401, "subject.missing");
		assertRefused(browser.visit("/api/orders"), 401, "subject.missing");
		assertRefused(browser.cross("/api/me", "a=b"), 401, "subject.missing");
		assertRefused(browser.visit("/nothing"), 401, "subject.missing");
		// tokens do there, whatever cookies the browser sends along
		Answer served = browser.send("GET", "/api/me", "", this.application.bearer());
		assertThat(served.body()).as("%s", served).isEqualTo("me");
		assertThat(browser.cross("/api/me", "a=b", this.application.bearer()).body()).isEqualTo("changed");
	}

	@Test
	void getWhenTokenInBrowserPartThenTokensDoEverywhere() throws IOException {
		String chief = "Authorization: Bearer " + this.application.token().claim("roles", List.of("clerk")).mint();
		Answer answer = this.application.get("/backoffice/chief", chief);
		assertRefused(answer, 403, "policy.role-missing");
		assertRefused(loggedIn("chief").send("GET", "/backoffice/chief", "", chief), 400, "credential.mixed");
	}

	@Test
	void getWhenPasswordThenWhereListedAlone(CapturedOutput output) throws IOException {
		assertThat(this.application.get("/export/orders", CLERK).body()).isEqualTo("exported");
		Answer asked = this.application.get("/export/orders");
		assertThat(asked.status()).as("%s", asked).isEqualTo(401);
		assertThat(asked.header("WWW-Authenticate")).startsWith("Basic ");
		Answer wrong = this.application.get("/export/orders", WRONG);
		assertThat(wrong.status()).as("%s", wrong).isEqualTo(401);
		assertThat(output).contains("code=credential.invalid");
		for (String path : List.of("/api/me", "/api/orders", "/nothing")) {
			assertRefused(this.application.get(path, CLERK), 401, "subject.missing");
		}
		Answer page = this.application.get("/backoffice/home", CLERK);
		assertThat(page.status()).as("%s", page).isIn(302, 401);
		assertThat(page.body()).doesNotContain("clerk");
	}

	@Test
	void getWhenSessionWherePasswordsDoThenRefused() throws IOException {
		Answer answer = loggedIn("clerk").visit("/export/orders");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.body()).doesNotContain("exported");
	}

	@Test
	void postWhenPasswordIsReplayedByBrowserThenRefused() throws IOException {
		Answer cross = this.application.post("/export/orders", "application/x-www-form-urlencoded", "a=b", CLERK);
		assertThat(cross.status()).as("%s", cross).isEqualTo(403);
		assertThat(cross.body()).doesNotContain("replaced");
	}

	@Test
	void visitWhenNothingIsThereThenNotFoundOnceLoggedIn() throws IOException {
		Browser browser = new Browser(this.application);
		assertRefused(browser.visit("/backoffice/typo"), 401, "subject.missing");
		browser.login("clerk", "pass");
		assertThat(browser.visit("/backoffice/typo").status()).isEqualTo(404);
		Answer method = browser.send("PUT", "/backoffice/typo", "");
		assertThat(method.status()).as("%s", method).isIn(403, 404);
		assertThat(browser.visit("/backoffice/orders").status()).isEqualTo(405);
	}

	private Browser loggedIn(String user) throws IOException {
		Browser browser = new Browser(this.application);
		Answer login = browser.login(user, "pass");
		assertThat(login.status()).as("%s", login).isEqualTo(302);
		return browser;
	}

	static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

}
