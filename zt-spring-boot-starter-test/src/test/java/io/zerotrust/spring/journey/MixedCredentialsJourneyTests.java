package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions and passwords beside tokens, and tokens that an endpoint does not care for.
 */
class MixedCredentialsJourneyTests {

	private static final String PASSWORD = "Authorization: Basic dXNlcjpwYXNz";

	private static RunningApplication application;

	private static String session;

	@BeforeAll
	static void start() throws IOException {
		application = RunningApplication.start(Api.class);
		Answer login = application.post("/login", "application/x-www-form-urlencoded", "username=user&password=pass");
		String cookie = login.header("Set-Cookie");
		assertThat(cookie).as("%s", login).isNotNull();
		session = "Cookie: " + cookie.substring(0, cookie.indexOf(';'));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenSessionOnlyThenServedOnPublicEndpointsAlone() throws IOException {
		assertThat(application.get("/catalog", session).body()).isEqualTo("user");
		assertRefused(application.get("/me", session), 401, "credential.unsupported");
		assertRefused(application.get("/admin", session), 401, "credential.unsupported");
	}

	@Test
	void getWhenPasswordOnlyThenServedOnPublicEndpointsAlone() throws IOException {
		assertThat(application.get("/catalog", PASSWORD).body()).isEqualTo("user");
		assertRefused(application.get("/me", PASSWORD), 401, "credential.unsupported");
	}

	// spring-facts 1.5: Spring adds up the authorities of session and token
	@Test
	void getWhenTokenOnTopOfSessionThenMixed() throws IOException {
		String token = application.bearer();
		assertRefused(application.get("/admin", token), 403, "policy.role-missing");
		for (String path : List.of("/admin", "/me", "/catalog")) {
			assertRefused(application.get(path, session, token), 400, "credential.mixed");
		}
		assertRefused(application.get("/me", session, application.bearer(BadToken.EXPIRED)), 400, "credential.mixed");
	}

	@Test
	void getWhenTokenInHeaderOfTheApplicationsOwnOnTopOfSessionThenMixed() throws IOException {
		String token = "X-Token: Bearer " + application.token().mint();
		assertThat(application.get("/own/me", token).status()).isEqualTo(200);
		assertRefused(application.get("/own/admin", token), 403, "policy.role-missing");
		assertRefused(application.get("/own/me", session, token), 400, "credential.mixed");
		assertRefused(application.get("/own/admin", session, token), 400, "credential.mixed");
	}

	@ParameterizedTest
	@EnumSource
	void getWhenBadTokenIgnoredThenAnonymousThereAndNowhereElse(BadToken bad) throws IOException {
		String header = application.bearer(bad);
		for (String path : List.of("/banner", "/banner/fn")) {
			Answer answer = application.get(path, header);
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(answer.body()).isEqualTo("anonymous");
		}
		for (String path : List.of("/catalog", "/catalog/fn", "/me", "/nothing", "/banner/", "/Banner",
				"/banner/../me")) {
			Answer answer = application.get(path, header);
			assertThat(answer.status()).as("%s %s", path, answer).isIn(400, 401);
			assertThat(answer.code()).isNotEmpty();
		}
	}

	@Test
	void getWhenTokenIgnoredThenGoodOneIsDroppedToo() throws IOException {
		assertThat(application.get("/banner", application.bearer()).body()).isEqualTo("anonymous");
		assertThat(application.get("/catalog", application.bearer()).body()).isEqualTo("user");
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(MixedController.class)
	static class Api {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("user").password("{noop}pass").roles("admin").build());
		}

		@Bean
		@Order(1)
		SecurityFilterChain headerOfItsOwn(HttpSecurity http) {
			DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
			resolver.setBearerTokenHeaderName("X-Token");
			http.oauth2ResourceServer((server) -> server.bearerTokenResolver(resolver).jwt(Customizer.withDefaults()));
			return http.securityMatcher("/own/**").build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain sessions(HttpSecurity http) {
			http.csrf((csrf) -> csrf.disable());
			http.formLogin(Customizer.withDefaults());
			http.httpBasic(Customizer.withDefaults());
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
			return http.build();
		}

		@Bean
		@PublicAccess(reason = "shown before login", ignoreBadCredentials = true)
		RouterFunction<ServerResponse> banners() {
			return RouterFunctions.route()
				.GET("/banner/fn",
						(request) -> ServerResponse.ok().body(MixedController.name(request.principal().orElse(null))))
				.build();
		}

		@Bean
		@PublicAccess(reason = "everybody may look")
		RouterFunction<ServerResponse> catalogs() {
			return RouterFunctions.route().GET("/catalog/fn", (request) -> ServerResponse.ok().body("catalog")).build();
		}

	}

}
