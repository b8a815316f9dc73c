package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

import io.zerotrust.posture.ObserveReport;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials that nobody reads, or that are read without protection, stop the start.
 */
@ExtendWith(OutputCaptureExtension.class)
class CredentialMisconfigurationTests {

	private static final String CSRF = "Remove csrf.disable() from the chain; csrf.ignoringRequestMatchers(...) exempts single paths.";

	static Stream<Arguments> mistakes() {
		return Stream.of(
				Arguments.of(BackOfficeApi.class, "zt.credentials.session=/**",
						"zt.credentials.session has [/**], which selects every handler there is.",
						"Write the patterns of the part that needs it, /backoffice/** for example."),
				Arguments.of(BackOfficeApi.class, "zt.credentials.basic=/{*all}",
						"zt.credentials.basic has [/{*all}], which selects every handler there is.",
						"Write the patterns of the part that needs it, /backoffice/** for example."),
				Arguments.of(BackOfficeApi.class, "zt.credentials.session=/backofice/**",
						"zt.credentials.session has [/backofice/**], under which no handler is mapped.",
						"Write patterns that select mapped patterns, /backoffice/** for example."),
				Arguments.of(BackOfficeApi.class, "zt.credentials.session=backoffice/**",
						"zt.credentials.session has backoffice/**: it does not start with a slash.",
						"Write a path pattern, /orders/{id} or /docs/** for example."),
				Arguments.of(Nobody.class, "zt.credentials.session=/backoffice/**",
						"zt.credentials.session is set, but nobody knows a user: there is no UserDetailsService or AuthenticationProvider bean.",
						"Declare a UserDetailsService bean, declare a filter chain of your own, or remove zt.credentials.session."),
				Arguments.of(Nobody.class, "zt.credentials.x509=/backoffice/**",
						"zt.credentials.x509 is set, but nobody knows a user: there is no UserDetailsService bean.",
						"Declare a UserDetailsService bean, declare a filter chain of your own, or remove zt.credentials.x509."),
				Arguments.of(Stateless.class, "zt.credentials.session=/backoffice/**",
						"zt.credentials.session is set, but no filter chain keeps sessions.",
						"Add http.formLogin(...) or http.oauth2Login(...), without SessionCreationPolicy.STATELESS, to the filter chain that matches these paths, or remove zt.credentials.session."),
				Arguments.of(Stateless.class, "zt.credentials.basic=/export/**",
						"zt.credentials.basic is set, but no filter chain reads passwords.",
						"Add http.httpBasic(...) to the filter chain that matches these paths, or remove zt.credentials.basic."),
				Arguments.of(Stateless.class, "zt.credentials.x509=/machine/**",
						"zt.credentials.x509 is set, but no filter chain reads client certificates.",
						"Add http.x509(...) to the filter chain that matches these paths, or remove zt.credentials.x509."),
				Arguments.of(Unprotected.class, "zt.credentials.session=/backoffice/**",
						"zt.credentials.session is set, but the filter chain 'site' matching [any request] has no CSRF protection, and browsers send this credential for other sites too.",
						CSRF),
				Arguments.of(Unprotected.class, "zt.credentials.basic=/export/**",
						"zt.credentials.basic is set, but the filter chain 'site' matching [any request] has no CSRF protection, and browsers send this credential for other sites too.",
						CSRF),
				Arguments.of(Unprotected.class, "zt.credentials.x509=/machine/**",
						"zt.credentials.x509 is set, but the filter chain 'site' matching [any request] has no CSRF protection, and browsers send this credential for other sites too.",
						CSRF));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void startWhenCredentialsAreMistakenThenFailsWithWhatToWrite(Class<?> source, String property, String description,
			String action, CapturedOutput output) {
		assertFails(source, property);
		String line = System.lineSeparator();
		assertThat(output).contains(
				"Description:" + line + line + description + line + line + "Action:" + line + line + action + line);
	}

	@Test
	void startWhenLoginPageCannotBeServedThenFails(CapturedOutput output) {
		assertFails(BackOfficeApi.class, "zt.credentials.session=/backoffice/**", "spring.mvc.servlet.path=/mvc");
		assertThat(output)
			.contains("zt.credentials.session is set and MVC lies under /mvc, where Spring's login page is not served.")
			.contains("Declare a filter chain with a login page of your own, or remove spring.mvc.servlet.path.");
	}

	@Test
	void startWhenPasswordsDoUnderServletPathThenThere() throws IOException {
		try (RunningApplication application = RunningApplication
			.start(List.of("zt.credentials.basic=/export/**", "spring.mvc.servlet.path=/mvc"), BackOfficeApi.class)) {
			String password = "Authorization: Basic Y2xlcms6cGFzcw==";
			assertThat(application.get("/mvc/export/orders", password).body()).isEqualTo("exported");
			assertThat(application.get("/mvc/api/me", password).code()).isEqualTo("subject.missing");
			// a program that knows a token of its own choice, and another site that does
			// not
			assertThat(application
				.send("POST", "/mvc/export/orders", password, "Cookie: XSRF-TOKEN=1", "X-XSRF-TOKEN: 1",
						"Content-Length: 0")
				.body()).isEqualTo("replaced");
			assertThat(application.send("POST", "/mvc/export/orders", password, "Content-Length: 0").status())
				.isEqualTo(403);
			assertThat(application.get("/mvc/export/orders").header("Set-Cookie")).doesNotContain("JSESSIONID");
		}
	}

	@Test
	void startWhenNoAreaThenChainsAreTheBusinessOfTheApplication() {
		RunningApplication.start(Unprotected.class).close();
	}

	@Test
	void startWhenObservingThenWarnsAndAnswersAsBefore(CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication
			.start(List.of("zt.mode=observe", "zt.credentials.session=/backoffice/**"), Unprotected.class)) {
			assertThat(output)
				.contains("zt would not start: zt.credentials.session is set, but the filter chain 'site'");
			Browser browser = new Browser(application);
			assertThat(browser.visit("/backoffice/chief").body()).isEqualTo("chief");
			browser.visit("/login");
			assertThat(browser.cross("/login", "username=clerk&password=pass").status()).isEqualTo(302);
			assertThat(browser.visit("/backoffice/chief").body()).isEqualTo("chief");
			assertThat(browser.visit("/api/me").body()).isEqualTo("me");
			assertThat(browser.cross("/backoffice/orders", "a=b").body()).isEqualTo("ordered");
			assertThat(application.context().getBean(ObserveReport.class).rows())
				.extracting((row) -> row.endpoint() + " " + row.code())
				.contains("GET /backoffice/chief subject.missing", "GET /backoffice/chief policy.role-missing",
						"GET /api/me credential.unsupported", "POST /backoffice/orders credential.csrf-unprotected");
		}
	}

	/**
	 * Users, but no chain that knows them.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(BackOfficeApi.class)
	static class Stateless {

		@Bean
		SecurityFilterChain api(HttpSecurity http) {
			http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			return http.build();
		}

	}

	/**
	 * Whatever browsers send by themselves, without CSRF protection.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(BackOfficeApi.class)
	static class Unprotected {

		@Bean
		SecurityFilterChain site(HttpSecurity http) {
			http.csrf((csrf) -> csrf.disable());
			http.formLogin(Customizer.withDefaults());
			http.httpBasic(Customizer.withDefaults());
			http.x509(Customizer.withDefaults());
			return http.build();
		}

	}

	/**
	 * Pages, and no users.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(BackOfficeApi.Pages.class)
	static class Nobody {

	}

}
