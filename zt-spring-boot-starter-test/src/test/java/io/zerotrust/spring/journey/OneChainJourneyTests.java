package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zerotrust.outcome.Outcome;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;

import static io.zerotrust.spring.journey.BackOfficeJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions, passwords and tokens through one chain, and what slips through nowhere.
 */
class OneChainJourneyTests {

	private static final String CLERK = "Authorization: Basic Y2xlcms6cGFzcw==";

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = start(OneChainApi.class);
	}

	private static RunningApplication start(Class<?>... sources) {
		return RunningApplication
			.start(List.of("zt.credentials.session=/site/**,/unprotected/**,/silent/**,/gateway/session,/console/**",
					"zt.credentials.basic=/gateway/**,/unprotected/**", "zt.routes[0].servlets=console",
					"zt.routes[0].roles=clerk"), sources);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void loginWhenForwardedThenTheRuleOfTheHandlerHolds() throws IOException {
		assertThat(entered().body()).isEqualTo("home");
		Browser browser = new Browser(application);
		browser.visit("/site/entry");
		Answer failed = browser.submit("/enter", "username=clerk&password=nope");
		assertRefused(failed, 401, "subject.missing");
		assertRefused(browser.cross("/enter", "username=clerk&password=pass"), 403, "");
	}

	@Test
	void getWhenSessionOnApiThenUnsupported() throws IOException {
		Browser browser = browser();
		assertThat(browser.send("GET", "/site/me", "").body()).isEqualTo("me");
		assertRefused(browser.send("GET", "/api/me", ""), 401, "credential.unsupported");
		assertRefused(browser.visit("/api/me"), 401, "credential.unsupported");
		assertRefused(new Browser(application).visit("/api/me"), 401, "subject.missing");
	}

	// one chain reads both, whoever sends them
	@Test
	void getWhenSessionAndTokenThenMixedEverywhere() throws IOException {
		Browser browser = browser();
		String token = application.bearer();
		for (String path : List.of("/api/me", "/site/me", "/nothing")) {
			assertRefused(browser.send("GET", path, "", token), 400, "credential.mixed");
		}
		assertThat(application.get("/api/me", token).body()).isEqualTo("me");
		assertThat(application.get("/site/me", token).body()).isEqualTo("me");
	}

	@Test
	void getWhenPasswordOutsideOfItsAreaThenUnsupported() throws IOException {
		assertRefused(application.get("/site/me", CLERK), 401, "credential.unsupported");
		assertRefused(application.get("/api/me", CLERK), 401, "credential.unsupported");
		Browser browser = browser();
		// the same name: Spring stays with the session, and so do we
		assertThat(browser.send("GET", "/site/me", "", CLERK).body()).isEqualTo("me");
		assertRefused(browser.send("GET", "/api/me", "", CLERK), 401, "credential.unsupported");
	}

	@Test
	void getWhenTokenIsKeptInSessionThenItIsASession() throws IOException {
		Browser browser = new Browser(application);
		assertThat(browser.send("GET", "/api/keep", "", application.bearer()).body()).isEqualTo("kept");
		assertRefused(browser.send("GET", "/api/me", ""), 401, "credential.unsupported");
		assertThat(browser.send("GET", "/site/me", "").body()).isEqualTo("me");
	}

	@Test
	void postWhenChainHasNoCsrfProtectionThenRefused() throws IOException {
		Browser browser = browser();
		assertThat(browser.send("GET", "/unprotected/read", "").body()).isEqualTo("read");
		assertRefused(browser.cross("/unprotected/change", "a=b"), 403, "credential.csrf-unprotected");
		assertRefused(browser.send("DELETE", "/unprotected/read", ""), 403, "credential.csrf-unprotected");
		// the handler may look who is calling, though everybody may
		assertRefused(browser.cross("/unprotected/open", "a=b"), 403, "credential.csrf-unprotected");
		assertThat(application.send("POST", "/unprotected/open").body()).isEqualTo("written");
		assertThat(application.send("POST", "/unprotected/change").status()).isEqualTo(403);
	}

	// another site made the browser ask, so nothing may be held against its user
	@Test
	void postWhenOtherSiteMadeItThenUserIsNotProven() throws IOException {
		try (RunningApplication watched = start(OneChainApi.class, KeptOutcomes.class)) {
			KeptOutcomes outcomes = watched.context().getBean(KeptOutcomes.class);
			assertRefused(browser(watched).cross("/unprotected/change", "a=b"), 403, "credential.csrf-unprotected");
			Outcome outcome = outcomes.next();
			while (!outcome.evaluation().request().resource().id().equals("/unprotected/change")) {
				outcome = outcomes.next();
			}
			assertThat(outcome.evaluation().isPermitted()).isFalse();
			assertThat(outcome.evaluation().proven()).isFalse();
		}
	}

	@Test
	void postWhenApplicationExemptsPathThenItsChoice() throws IOException {
		assertThat(browser().cross("/site/hook", "a=b").body()).isEqualTo("changed");
	}

	@Test
	void getWhenChainHandlesNoExceptionsThenAnswerIsOurs() throws IOException {
		Answer answer = new Browser(application).visit("/silent/read");
		assertRefused(answer, 401, "subject.missing");
		assertThat(browser().visit("/silent/read").body()).isEqualTo("read");
	}

	// a header says nothing about who has authenticated the caller
	@Test
	void getWhenPasswordHeaderOnTopOfOtherAuthenticationThenNotBasic() throws IOException {
		for (String header : List.of(CLERK, "Authorization: Basic x", "X-Any: y")) {
			Answer answer = application.get("/gateway/read", header);
			assertThat(answer.status()).as("%s", answer).isIn(401, 403);
			assertThat(answer.body()).isNotEqualTo("read");
		}
		// nor does a session
		Answer session = browser().send("GET", "/gateway/session", "");
		assertThat(session.status()).as("%s", session).isIn(401, 403);
	}

	@Test
	void getWhenServletHasTwoPatternsThenEachHasItsOwnCredentials() throws IOException {
		Browser browser = browser();
		for (int i = 0; i < 2; i++) {
			assertThat(browser.send("GET", "/console/a", "").body()).isEqualTo("console");
			assertRefused(browser.send("GET", "/also/a", ""), 401, "credential.unsupported");
		}
	}

	private static Answer entered() throws IOException {
		Browser browser = new Browser(application);
		browser.visit("/site/entry");
		return browser.submit("/enter", "username=clerk&password=pass");
	}

	private static Browser browser() throws IOException {
		return browser(application);
	}

	private static Browser browser(RunningApplication application) throws IOException {
		Browser browser = new Browser(application);
		browser.visit("/site/entry");
		assertThat(browser.submit("/enter", "username=clerk&password=pass").status()).isEqualTo(200);
		return browser;
	}

}
