package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same with filter chains of the application's own.
 */
class BackOfficeChainsJourneyTests extends BackOfficeJourneyTests {

	@Override
	Class<?> source() {
		return BackOfficeChains.class;
	}

	@Override
	String denied() {
		return "Not for you";
	}

	// the cookie of remember-me outlives the session, and names nobody here
	@Test
	void visitWhenOnlyRememberedThenLoginPage() throws IOException {
		Browser browser = new Browser(application());
		browser.login("clerk", "pass");
		assertThat(browser.cookies()).containsKey("remember-me");
		browser.cookies().remove("JSESSIONID");
		assertThat(browser.visit("/backoffice/home").header("Location")).endsWith("/login");
		assertThat(browser.cookies()).containsKey("JSESSIONID");
		// by now a session holds who is remembered
		assertThat(browser.visit("/backoffice/home").header("Location")).endsWith("/login");
		browser.cookies().remove("remember-me");
		assertThat(browser.visit("/backoffice/home").header("Location")).endsWith("/login");
		assertThat(browser.login("clerk", "pass").header("Location")).contains("/backoffice/home");
		assertThat(browser.visit("/backoffice/home").body()).contains("clerk");
	}

}
