package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opaque tokens: what the issuer says of them is held against the same rules.
 */
class OpaqueTokenJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("!spring.security.oauth2.resourceserver.jwt.issuer-uri",
				"!spring.security.oauth2.resourceserver.jwt.audiences", "zt.token.issuer=https://idp.example.com",
				"zt.token.audiences=orders"), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "good, 200, ''", "unknown, 401, token.invalid", "foreign, 401, token.audience",
			"bound, 401, token.binding-missing", "old, 401, token.expired", "endless, 401, token.exp-missing",
			"narrow, 403, policy.scope-missing" })
	void getWhenTokenThenDecidedByItsClaims(String token, int status, String code) throws IOException {
		Answer answer = application.get("/orders/1", "Authorization: Bearer " + token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
	}

	@Test
	void getWhenNoTokenThenChallenged() throws IOException {
		assertThat(application.get("/orders/1").code()).isEqualTo("subject.missing");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(CorePathJourneyTests.Controller.class)
	static class Api {

		@Bean
		OpaqueTokenIntrospector introspector() {
			return (token) -> new DefaultOAuth2AuthenticatedPrincipal(claims(token), List.of());
		}

		private static Map<String, Object> claims(String token) {
			Instant now = Instant.now();
			Map<String, Object> claims = new HashMap<>(Map.of("iss", "https://idp.example.com", "sub", "alice", "aud",
					List.of("orders"), "scope", List.of("orders:read"), "iat", now, "exp", now.plusSeconds(300)));
			switch (token) {
				case "good" -> {
				}
				case "foreign" -> claims.put("aud", List.of("billing"));
				case "bound" -> claims.put("cnf", Map.of("x5t#S256", "abc"));
				case "old" -> claims.putAll(Map.of("iat", now.minusSeconds(900), "exp", now.minusSeconds(600)));
				case "endless" -> claims.remove("exp");
				case "narrow" -> claims.put("scope", List.of("orders:write"));
				default -> throw new BadOpaqueTokenException("inactive");
			}
			return claims;
		}

	}

}
