package io.zerotrust.spring.journey;

import java.io.IOException;
import java.security.Principal;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A part of a WebFlux application for people in a browser, another for programs with
 * passwords, the rest for tokens, without a filter chain of its own.
 */
class ReactiveBackOfficeJourneyTests {

	private static final String PASSWORD = "Authorization: Basic Y2xlcms6cGFzcw==";

	private static RunningApplication application;

	private static RunningApplication stateless;

	@BeforeAll
	static void start() {
		application = RunningApplication.startReactive(
				List.of("zt.credentials.session=/backoffice/**", "zt.credentials.basic=/export/**"), Api.class);
		stateless = RunningApplication.startReactive(List.of("zt.credentials.basic=/export/**"), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		stateless.close();
	}

	@Test
	void visitWhenAnonymousThenLoginPageAndBackAgain() throws IOException {
		Browser browser = new Browser(application);
		Answer asked = browser.visit("/backoffice/home");
		assertThat(asked.status()).as("%s", asked).isEqualTo(302);
		assertThat(asked.header("Location")).endsWith("/login");
		assertThat(browser.visit("/login").body()).contains("password");
		assertThat(browser.visit("/default-ui.css").status()).isEqualTo(200);
		assertThat(browser.login("clerk", "nope").header("Location")).endsWith("/login?error");
		assertThat(browser.visit("/backoffice/home").status()).isEqualTo(302);
		Answer login = browser.login("clerk", "pass");
		assertThat(login.status()).as("%s", login).isEqualTo(302);
		assertThat(browser.visit("/backoffice/home").body()).isEqualTo("clerk");
		assertThat(browser.visit("/backoffice/chief").status()).isEqualTo(403);
		assertThat(browser.visit("/api/me").code()).isEqualTo("subject.missing");
	}

	@Test
	void submitWhenOtherSiteSendsThenRefused() throws IOException {
		Browser browser = new Browser(application);
		browser.login("clerk", "pass");
		assertThat(browser.cross("/backoffice/orders", "a=b").status()).isEqualTo(403);
		browser.visit("/logout");
		assertThat(browser.submit("/backoffice/orders", "a=b").body()).isEqualTo("ordered");
		assertThat(browser.submit("/logout", "a=b").status()).isEqualTo(302);
		assertThat(browser.visit("/backoffice/home").status()).isEqualTo(302);
	}

	@Test
	void getWhenPasswordThenItDoesInItsAreaAlone() throws IOException {
		for (RunningApplication each : List.of(application, stateless)) {
			Answer answer = each.get("/export/orders", PASSWORD);
			assertThat(answer.body()).as("%s", answer).isEqualTo("exported");
			assertThat(each.get("/export/orders").header("WWW-Authenticate")).contains("Basic realm=\"api\"");
			Answer wrong = each.get("/export/orders", "Authorization: Basic Y2xlcms6bm9wZQ==");
			assertThat(wrong.status()).as("%s", wrong).isEqualTo(401);
			assertThat(each.get("/api/me", PASSWORD).code()).isEqualTo("subject.missing");
			assertThat(each.get("/api/me", each.bearer()).body()).isEqualTo("me");
			assertThat(each.get("/export/orders", each.bearer()).code()).isEqualTo("policy.role-missing");
		}
	}

	@Test
	void postWhenPasswordAndNoSessionThenTokenIsInCookie() throws IOException {
		Answer read = stateless.get("/export/orders", PASSWORD);
		assertThat(read.header("Set-Cookie")).contains("XSRF-TOKEN=").doesNotContain("SESSION");
		assertThat(stateless
			.send("POST", "/export/orders", PASSWORD, "Cookie: XSRF-TOKEN=1", "X-XSRF-TOKEN: 1", "Content-Length: 0")
			.body()).isEqualTo("replaced");
		assertThat(stateless.send("POST", "/export/orders", PASSWORD, "Content-Length: 0").status()).isEqualTo(403);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pages.class)
	static class Api {

		@Bean
		ReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(
					User.withUsername("clerk").password("{noop}pass").roles("clerk").build());
		}

	}

	@RestController
	static class Pages {

		@GetMapping("/backoffice/home")
		@RequiresRole("clerk")
		String home(Principal principal) {
			return principal.getName();
		}

		@GetMapping("/backoffice/chief")
		@RequiresRole("chief")
		String chief() {
			return "chief";
		}

		@PostMapping("/backoffice/orders")
		@RequiresRole("clerk")
		String order() {
			return "ordered";
		}

		@GetMapping("/export/orders")
		@RequiresRole("clerk")
		String export() {
			return "exported";
		}

		@PostMapping("/export/orders")
		@RequiresRole("clerk")
		String replace() {
			return "replaced";
		}

		@GetMapping("/api/me")
		@AnyAuthenticated(reason = "everybody has a profile")
		String me() {
			return "me";
		}

	}

}
