package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.zerotrust.spring.journey.BackOfficeJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The browser part below a context path, with files of its own.
 */
class MountedBackOfficeJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("server.servlet.context-path=/app",
				"zt.credentials.session=/backoffice/**,/listed/**", "zt.routes[0].resources=/listed/**",
				"zt.routes[0].roles=clerk", "spring.web.resources.static-locations=classpath:/journey-static/"),
				BackOfficeApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void visitWhenMountedThenLoginPageAndBackAgain() throws IOException {
		Browser browser = new Browser(application);
		assertThat(browser.visit("/app/backoffice/home").header("Location")).endsWith("/app/login");
		browser.visit("/app/login");
		Answer login = browser.submit("/app/login", "username=clerk&password=pass");
		assertThat(login.header("Location")).as("%s", login).contains("/app/backoffice/home");
		assertThat(browser.visit("/app/backoffice/home").body()).contains("<p>clerk</p>");
		assertRefused(browser.visit("/app/api/me"), 401, "subject.missing");
		for (String path : List.of("/backoffice/home", "/app//backoffice/home", "/app/api/../backoffice/home",
				"/app/backoffice;x=1/home")) {
			Answer answer = browser.visit(path);
			assertThat(answer.status()).as("%s %s", path, answer).isBetween(400, 499);
		}
	}

	@Test
	void visitWhenResourceLiesInTheAreaThenAsItsHandlersDo() throws IOException {
		Browser browser = new Browser(application);
		assertThat(browser.visit("/app/listed/a.txt").header("Location")).endsWith("/app/login");
		browser.visit("/app/login");
		browser.submit("/app/login", "username=clerk&password=pass");
		assertThat(browser.visit("/app/listed/a.txt").status()).isEqualTo(200);
		assertThat(browser.visit("/app/listed/none.txt").status()).isEqualTo(404);
		assertRefused(browser.visit("/app/unlisted.txt"), 401, "subject.missing");
	}

}
