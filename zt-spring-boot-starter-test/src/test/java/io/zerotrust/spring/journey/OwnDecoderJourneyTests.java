package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.ZtTestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that verifies signatures and nothing else, and converts tokens as it
 * likes: what zt demands of a token holds all the same.
 */
class OwnDecoderJourneyTests {

	/**
	 * What is wrong with the claims of a token whose signature holds, by the same codes.
	 */
	private static final Map<BadToken, String> REFUSALS = new EnumMap<>(ForgedTokenJourneyTests.REFUSALS);

	static {
		EnumSet<BadToken> claims = EnumSet.range(BadToken.EXPIRED, BadToken.DPOP_PROOF_TYPE);
		claims.addAll(EnumSet.of(BadToken.BOUND_BY_DPOP, BadToken.BOUND_BY_CERTIFICATE));
		REFUSALS.keySet().retainAll(claims);
		assertThat(REFUSALS).hasSize(19);
	}

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	// validator beans never reach the application's own decoder
	@Test
	void getWhenDecoderVerifiesSignaturesOnlyThenClaimsRefusedAtAccess() throws IOException {
		assertThat(application.get("/plain", application.bearer("orders:read")).status()).isEqualTo(200);
		assertThat(refusals("/plain")).containsExactlyEntriesOf(REFUSALS);
	}

	// Spring looks for cnf in its own authentication types alone
	@Test
	void getWhenConverterKeepsTheTokenThenStillChecked() throws IOException {
		assertThat(application.get("/kept", application.bearer("orders:read")).status()).isEqualTo(200);
		assertThat(refusals("/kept")).containsExactlyEntriesOf(REFUSALS);
		Answer answer = application.get("/kept", application.bearer("orders:write"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.scope-missing");
	}

	@Test
	void getWhenConverterDropsTheTokenThenCredentialUnsupported() throws IOException {
		for (String header : List.of(application.bearer("orders:read"),
				application.bearer(BadToken.BOUND_BY_DPOP, "orders:read"))) {
			Answer answer = application.get("/dropped", header);
			assertThat(answer.status()).as("%s", answer).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("credential.unsupported");
		}
	}

	private static Map<BadToken, String> refusals(String path) throws IOException {
		Map<BadToken, String> refusals = new EnumMap<>(BadToken.class);
		for (BadToken bad : BadToken.values()) {
			Answer answer = application.get(path, application.bearer(bad, "orders:read"));
			assertThat(answer.status()).as("%s %s", bad, answer).isEqualTo(401);
			if (REFUSALS.containsKey(bad)) {
				refusals.put(bad, answer.status() + " " + answer.code());
			}
		}
		return refusals;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		JwtDecoder signaturesOnly(ZtTestIssuer issuer) throws JOSEException {
			NimbusJwtDecoder decoder = NimbusJwtDecoder
				.withPublicKey(issuer.publicKeys().getKeys().get(0).toRSAKey().toRSAPublicKey())
				.validateType(false)
				.build();
			decoder.setJwtValidator((token) -> OAuth2TokenValidatorResult.success());
			return decoder;
		}

		@Bean
		SecurityFilterChain keeping(HttpSecurity http) {
			return chain(http.securityMatcher("/kept"),
					(jwt) -> authenticated(new TestingAuthenticationToken("somebody", jwt)));
		}

		@Bean
		SecurityFilterChain dropping(HttpSecurity http) {
			return chain(http.securityMatcher("/dropped"),
					(jwt) -> new UsernamePasswordAuthenticationToken("somebody", "n/a", AuthorityUtils.NO_AUTHORITIES));
		}

		@Bean
		SecurityFilterChain plain(HttpSecurity http) {
			http.oauth2ResourceServer((server) -> server.jwt((jwt) -> {
			}));
			return http.securityMatcher("/plain").build();
		}

		private static AbstractAuthenticationToken authenticated(AbstractAuthenticationToken token) {
			token.setAuthenticated(true);
			return token;
		}

		private static SecurityFilterChain chain(HttpSecurity http,
				Converter<Jwt, AbstractAuthenticationToken> converter) {
			http.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(converter)));
			return http.build();
		}

	}

	@RestController
	static class Controller {

		@GetMapping({ "/plain", "/kept", "/dropped" })
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

	}

}
