package io.zerotrust.spring.test;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TokenBuilderTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

	private final ZtTestIssuer issuer = new ZtTestIssuer("https://issuer.test", "orders",
			Clock.fixed(NOW, ZoneOffset.UTC));

	// RFC 9068 AT1 to AT6, by the strictest validator Spring Security has
	@Test
	void mintWhenNothingIsAskedForThenSatisfiesRfc9068() {
		ZtTestIssuer issuer = new ZtTestIssuer("https://issuer.test", "orders", Clock.systemUTC());
		NimbusJwtDecoder decoder = NimbusJwtDecoder
			.withJwkSource((selector, context) -> selector.select(issuer.publicKeys()))
			.build();
		decoder.setJwtValidator(
				JwtValidators.createAtJwtValidator().issuer("https://issuer.test").audience("orders").build());
		Jwt jwt = decoder.decode(issuer.token().mint());
		assertThat(jwt.getHeaders()).containsEntry("typ", "at+jwt").containsEntry("alg", "RS256").containsKey("kid");
		assertThat(jwt.getClaims()).containsOnlyKeys("iss", "aud", "sub", "client_id", "iat", "exp", "jti");
	}

	@Test
	void mintWhenNothingIsAskedForThenLivesFiveMinutes() throws ParseException {
		JWTClaimsSet claims = claims(this.issuer.token());
		assertThat(claims.getIssueTime()).isEqualTo("2026-01-02T03:04:05Z");
		assertThat(claims.getExpirationTime()).isEqualTo("2026-01-02T03:09:05Z");
	}

	@Test
	void mintWhenTwiceThenEachHasItsOwnId() throws ParseException {
		TokenBuilder token = this.issuer.token();
		assertThat(claims(token).getJWTID()).isNotEqualTo(claims(token).getJWTID());
	}

	@Test
	void mintWhenEverythingIsAskedForThenSaysSo() throws ParseException {
		JWTClaimsSet claims = claims(this.issuer.token()
			.subject("alice")
			.client("web")
			.scopes("orders:read", "orders:write")
			.roles("clerk")
			.acr("gold")
			.amr("pwd", "otp")
			.authenticatedAt(NOW.minusSeconds(60))
			.issuedAt(NOW.minusSeconds(30))
			.lifetime(Duration.ofMinutes(1))
			.claim("tenant", Map.of("id", 7)));
		assertThat(claims.getSubject()).isEqualTo("alice");
		assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
		assertThat(claims.getStringClaim("scope")).isEqualTo("orders:read orders:write");
		assertThat(claims.getStringListClaim("roles")).containsExactly("clerk");
		assertThat(claims.getStringClaim("acr")).isEqualTo("gold");
		assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp");
		assertThat(claims.getLongClaim("auth_time")).isEqualTo(NOW.getEpochSecond() - 60);
		assertThat(claims.getIssueTime()).isEqualTo("2026-01-02T03:03:35Z");
		assertThat(claims.getExpirationTime()).isEqualTo("2026-01-02T03:04:35Z");
		assertThat(claims.getJSONObjectClaim("tenant")).containsEntry("id", 7L);
	}

	@Test
	void mintWhenClaimIsLeftOutThenLacksIt() throws ParseException {
		assertThat(claims(this.issuer.token().without("exp").without("jti")).getClaims()).doesNotContainKeys("exp",
				"jti");
	}

	@Test
	void mintWhenTypedThenHeaderSaysSo() throws ParseException {
		assertThat(header(this.issuer.token().type("JWT")).getType()).hasToString("JWT");
		assertThat(header(this.issuer.token().untyped()).getType()).isNull();
	}

	@Test
	void mintWhenBadThenDefectComesLast() throws ParseException {
		TokenBuilder token = this.issuer.token().bad(BadToken.NO_SUBJECT).subject("alice");
		assertThat(claims(token).getSubject()).isNull();
	}

	@Test
	void asBearerThenSetsTheAuthorizationHeader() {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth("old");
		this.issuer.token().bad(BadToken.NOT_A_JWT).asBearer().accept(headers);
		assertThat(headers.get(HttpHeaders.AUTHORIZATION)).isEqualTo(List.of("Bearer not-a-jwt"));
	}

	@Test
	void publicKeysThenHoldNoPrivateKey() {
		assertThat(this.issuer.publicKeys().getKeys()).hasSize(1).noneMatch((key) -> key.isPrivate());
	}

	@Test
	void createWhenBlankThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ZtTestIssuer(" ", "orders", Clock.systemUTC()))
			.withMessage("issuer must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new ZtTestIssuer("https://a", "", Clock.systemUTC()))
			.withMessage("audience must not be blank");
	}

	private static JWSHeader header(TokenBuilder token) throws ParseException {
		return SignedJWT.parse(token.mint()).getHeader();
	}

	private static JWTClaimsSet claims(TokenBuilder token) throws ParseException {
		return SignedJWT.parse(token.mint()).getJWTClaimsSet();
	}

}
