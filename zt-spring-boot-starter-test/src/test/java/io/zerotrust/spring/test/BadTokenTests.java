package io.zerotrust.spring.test;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.spring.web.AuthenticationSubjectReader;
import io.zerotrust.token.AudienceCheck;
import io.zerotrust.token.BindingCheck;
import io.zerotrust.token.IssuerCheck;
import io.zerotrust.token.LifetimeCheck;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.TypeCheck;
import io.zerotrust.token.WellFormedCheck;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BadTokenTests {

	/**
	 * The codes of zt's refusals; the decoder refuses every token that is not listed.
	 */
	private static final Map<BadToken, String> REFUSED_BY_ZT = Map.ofEntries(
			entry(BadToken.ISSUED_IN_FUTURE, "token.not-yet-valid"), entry(BadToken.NO_EXPIRY, "token.exp-missing"),
			entry(BadToken.NO_ISSUED_AT, "token.iat-missing"), entry(BadToken.LIVES_24_HOURS, "token.lifetime"),
			entry(BadToken.NO_SUBJECT, "token.subject-missing"), entry(BadToken.ID_TOKEN, "token.id-token"),
			entry(BadToken.ID_TOKEN_COGNITO, "token.id-token"), entry(BadToken.ID_TOKEN_KEYCLOAK, "token.id-token"),
			entry(BadToken.BOUND_BY_DPOP, "token.binding-missing"));

	private final Clock clock = Clock.systemUTC();

	private final ZtTestIssuer issuer = new ZtTestIssuer("https://issuer.test", "orders", this.clock);

	private final JwtDecoder decoder = TestDecoder.trusting(this.issuer);

	@ParameterizedTest
	@EnumSource
	void mintWhenBadThenRefusedByWhoeverTheDocumentationNames(BadToken defect) {
		String token = this.issuer.mint(defect, "orders:read");
		String code = REFUSED_BY_ZT.get(defect);
		if (code == null) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
			return;
		}
		assertThat(objections(this.decoder.decode(token))).containsExactly(code);
	}

	@Test
	void mintWhenGoodThenNobodyObjects() {
		assertThat(objections(this.decoder.decode(this.issuer.token().mint()))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = BadToken.class, mode = EnumSource.Mode.MATCH_NONE,
			names = { "ALG_NONE", "EMPTY_SIGNATURE", "TWO_PARTS", "NOT_A_JWT" })
	void mintWhenSignedThenHasThreeParts(BadToken defect) {
		assertThat(this.issuer.mint(defect).split("\\.", -1)).hasSize(3).noneMatch(String::isEmpty);
	}

	@ParameterizedTest
	@EnumSource
	void mintWhenBadThenFitsIntoAnAuthorizationHeader(BadToken defect) {
		assertThat(this.issuer.mint(defect)).matches("[A-Za-z0-9-._~+/]+=*").hasSizeLessThan(4096);
	}

	@Test
	void mintWhenBadAndScopedThenKeepsTheScopes() {
		Jwt jwt = this.decoder.decode(this.issuer.mint(BadToken.ID_TOKEN, "orders:read", "orders:write"));
		assertThat(jwt.getClaimAsString("scope")).isEqualTo("orders:read orders:write");
	}

	private List<String> objections(Jwt jwt) {
		Subject subject = new AuthenticationSubjectReader().read(new JwtAuthenticationToken(jwt, List.of()),
				CredentialKind.OTHER);
		AccessRequest request = new AccessRequest(subject, new Action("GET"), Resource.unresolved(),
				Context.at(this.clock.instant()));
		return checks().stream()
			.map((check) -> check.evaluate(request))
			.filter(Finding.Refuse.class::isInstance)
			.map((finding) -> ((Finding.Refuse) finding).refusal().reason().code())
			.toList();
	}

	private List<LocalCheck> checks() {
		TrustedIssuers issuers = new TrustedIssuers(
				List.of(TrustedIssuer.of(this.issuer.issuer(), Set.of(this.issuer.audience()))));
		return List.of(new WellFormedCheck(), new IssuerCheck(issuers), new AudienceCheck(issuers),
				new TypeCheck(issuers), new LifetimeCheck(issuers), new BindingCheck(issuers));
	}

}
