package io.zerotrust.spring.web;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people are never one, however they are named.
 */
class LocalSubjectsTests {

	@Test
	void ofWhenLoggedInAtProvidersThenNamedByProviderAndSubject() {
		Subject one = login("https://one.example.com", "1");
		assertThat(one.issuer()).isEqualTo("urn:zt:local:https://one.example.com");
		assertThat(one.id()).isEqualTo("1");
		assertThat(login("https://two.example.com", "1").issuer()).isNotEqualTo(one.issuer());
		// the same chosen name
		assertThat(login("https://one.example.com", "2").id()).isEqualTo("2");
		assertThat(local().issuer()).isEqualTo("urn:zt:local");
		assertThat(local().id()).isEqualTo("ada");
	}

	private static Subject login(String issuer, String subject) {
		OidcIdToken token = OidcIdToken.withTokenValue("token")
			.claims((claims) -> claims.putAll(Map.of("iss", issuer, "sub", subject, "preferred_username", "ada")))
			.build();
		return LocalSubjects.of(
				new TestingAuthenticationToken(
						new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token, "preferred_username"), ""),
				CredentialKind.SESSION, Set.of());
	}

	private static Subject local() {
		return LocalSubjects.of(new TestingAuthenticationToken("ada", ""), CredentialKind.SESSION, Set.of());
	}

}
