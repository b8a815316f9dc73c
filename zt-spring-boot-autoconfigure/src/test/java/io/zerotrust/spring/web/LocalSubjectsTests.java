package io.zerotrust.spring.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalSubjects}, by way of {@link AuthenticationSubjectReader}.
 */
class LocalSubjectsTests {

	private static final Instant LOGIN = Instant.parse("2026-01-01T10:00:00Z");

	private final AuthenticationSubjectReader reader = new AuthenticationSubjectReader();

	@Test
	void readWhenSessionThenIssuerIsOursAndScopesAreNone() {
		Subject subject = read(new TestingAuthenticationToken("anna", null,
				AuthorityUtils.createAuthorityList("ROLE_clerk", "SCOPE_orders:read")));
		assertThat(subject.issuer()).isEqualTo("urn:zt:local");
		assertThat(subject.id()).isEqualTo("anna");
		assertThat(subject.roles()).containsExactly("clerk");
		assertThat(subject.scopes()).isEmpty();
		assertThat(subject.credential().kind()).isEqualTo(CredentialKind.SESSION);
		assertThat(subject.credential().claims().instant("auth_time")).isNull();
	}

	@Test
	void readWhenFactorsThenTheLatestIsWhenTheCallerLoggedIn() {
		List<GrantedAuthority> factors = List.of(factor("FACTOR_PASSWORD", LOGIN),
				factor("FACTOR_OTT", LOGIN.plusSeconds(60)), new SimpleGrantedAuthority("FACTOR_X"));
		Subject subject = read(new TestingAuthenticationToken("anna", null, factors));
		assertThat(subject.credential().claims().instant("auth_time")).isEqualTo(LOGIN.plusSeconds(60));
	}

	// two providers may know the same name, and an answer may come long after the login
	@Test
	void readWhenProviderHasNamedTheCallerThenItsWordsCount() {
		OidcIdToken token = OidcIdToken.withTokenValue("x")
			.claims((claims) -> claims
				.putAll(Map.of("iss", "https://idp.example.com", "sub", "42", "name", "anna", "acr", "gold")))
			.build();
		DefaultOidcUser user = new DefaultOidcUser(AuthorityUtils.createAuthorityList("ROLE_clerk"), token, "name");
		Subject subject = read(new TestingAuthenticationToken(user, null,
				List.of(new SimpleGrantedAuthority("ROLE_clerk"), factor("FACTOR_AUTHORIZATION_CODE", LOGIN))));
		assertThat(subject.issuer()).isEqualTo("https://idp.example.com");
		assertThat(subject.id()).isEqualTo("42");
		assertThat(subject.roles()).containsExactly("clerk");
		assertThat(subject.credential().kind()).isEqualTo(CredentialKind.SESSION);
		assertThat(subject.credential().acr()).containsExactly("gold");
		assertThat(subject.credential().claims().instant("auth_time")).isNull();
	}

	@Test
	void readWhenSessionKeepsTokenThenKindIsSession() {
		Jwt jwt = Jwt.withTokenValue("x").header("alg", "none").claim("sub", "anna").build();
		assertThat(read(new JwtAuthenticationToken(jwt)).credential().kind()).isEqualTo(CredentialKind.SESSION);
	}

	private Subject read(Authentication authentication) {
		authentication.setAuthenticated(true);
		return this.reader.read(authentication, CredentialKind.SESSION);
	}

	private static GrantedAuthority factor(String name, Instant issued) {
		return FactorGrantedAuthority.withAuthority(name).issuedAt(issued).build();
	}

}
