package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Admission;
import io.zerotrust.access.Context;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.spring.web.AuthenticationSubjectReader;
import io.zerotrust.spring.web.ClaimAuthorities;
import io.zerotrust.token.AudienceCheck;
import io.zerotrust.token.BindingCheck;
import io.zerotrust.token.IssuerCheck;
import io.zerotrust.token.LifetimeCheck;
import io.zerotrust.token.Provider;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.TypeCheck;
import io.zerotrust.token.WellFormedCheck;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who a token of each provider is taken for. Every row of {@code tokens/index.csv} is a
 * token as the provider documents it, and what the preset alone makes of it.
 */
class RecordedTokenTests {

	private static final EndpointPolicy POLICY = EndpointPolicy.of(Admission.AUTHENTICATED, "test");

	@ParameterizedTest(name = "{1}")
	@CsvFileSource(resources = "/tokens/index.csv", delimiter = '|', numLinesToSkip = 1)
	void readWhenTokenOfProviderThenKnown(ArgumentsAccessor row) throws Exception {
		TrustedIssuers issuers = issuers(text(row, 0), text(row, 2), text(row, 3));
		Subject subject = subject(text(row, 1), issuers);
		assertThat(String.join(" ", new TreeSet<>(subject.scopes()))).isEqualTo(text(row, 4));
		assertThat(String.join(" ", new TreeSet<>(subject.roles()))).isEqualTo(text(row, 5));
		assertThat(subject.client()).isEqualTo(text(row, 6));
		assertThat(subject.credential().tenant()).isEqualTo(text(row, 7));
		assertThat(subject.credential().session()).isEqualTo(text(row, 8));
		assertThat(String.join(" ", new TreeSet<>(subject.credential().acr()))).isEqualTo(text(row, 9));
		assertThat(subject.kind()).hasToString(text(row, 10));
		assertThat(String.join(" ", subject.actors())).isEqualTo(text(row, 11));
		assertThat(code(subject, issuers)).isEqualTo(text(row, 12));
	}

	@ParameterizedTest(name = "{1}")
	@CsvFileSource(resources = "/tokens/index.csv", delimiter = '|', numLinesToSkip = 1)
	void convertWhenTokenOfProviderThenAuthoritiesAreScopesAndRoles(ArgumentsAccessor row) throws Exception {
		TrustedIssuers issuers = issuers(text(row, 0), text(row, 2), text(row, 3));
		List<String> expected = new ArrayList<>(List.of("FACTOR_BEARER"));
		text(row, 4).lines()
			.flatMap((line) -> List.of(line.split(" ")).stream())
			.forEach((s) -> expected.add("SCOPE_" + s));
		text(row, 5).lines()
			.flatMap((line) -> List.of(line.split(" ")).stream())
			.forEach((r) -> expected.add("ROLE_" + r));
		assertThat(authentication(text(row, 1), issuers).getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void readWhenRolesHaveANameWithSchemeThenReadByProperty() throws Exception {
		Map<String, String> properties = properties("auth0", "https://example.eu.auth0.com/",
				"https://orders.example.com");
		properties.put("zt.claims.roles", "https://example.com/roles");
		properties.put("zt.claims.scopes", "scope,permissions");
		Subject subject = subject("auth0-user", RecordedTokens.issuers(properties));
		assertThat(subject.roles()).containsExactly("clerk");
		assertThat(subject.scopes()).contains("orders:refund");
	}

	@Test
	void readWhenAudienceHasCharactersOfPointersThenStillRead() throws Exception {
		Map<String, String> properties = properties("keycloak", "https://idp.example.com/realms/shop", "a/b~c");
		TrustedIssuers issuers = RecordedTokens.issuers(properties);
		Jwt jwt = Jwt.withTokenValue("t")
			.header("alg", "RS256")
			.claim("iss", "https://idp.example.com/realms/shop")
			.claim("resource_access",
					Map.of("a/b~c", Map.of("roles", List.of("admin")), "a",
							Map.of("b~c", Map.of("roles", List.of("no")))))
			.build();
		Subject subject = reader(issuers).read(ClaimAuthorities.converter(issuers::layoutOf).convert(jwt),
				CredentialKind.OTHER);
		assertThat(subject.roles()).containsExactly("admin");
	}

	@Test
	void indexThenHasUserAndServiceOfEveryProvider() throws IOException {
		String index = new String(
				Objects.requireNonNull(getClass().getResourceAsStream("/tokens/index.csv")).readAllBytes());
		for (Provider provider : Provider.values()) {
			String name = provider.name().toLowerCase(java.util.Locale.ROOT);
			assertThat(index.lines().filter((line) -> line.startsWith(name) && line.contains("| SERVICE"))).as(name)
				.isNotEmpty();
			assertThat(index.lines().filter((line) -> line.startsWith(name) && line.contains("| HUMAN"))).as(name)
				.isNotEmpty();
		}
	}

	private static String code(Subject subject, TrustedIssuers issuers) {
		AccessRequest request = new AccessRequest(subject, new Action("GET"), Resource.endpoint("/orders", POLICY),
				Context.at(Objects.requireNonNull(subject.credential().claims().instant("iat")).plusSeconds(30)));
		for (LocalCheck check : List.of(new WellFormedCheck(), new IssuerCheck(issuers), new AudienceCheck(issuers),
				new TypeCheck(issuers), new LifetimeCheck(issuers), new BindingCheck(issuers))) {
			if (check.evaluate(request) instanceof Finding.Refuse refuse) {
				return refuse.refusal().reason().code();
			}
		}
		return "";
	}

	private static Subject subject(String file, TrustedIssuers issuers) throws IOException, ParseException {
		return reader(issuers).read(authentication(file, issuers), CredentialKind.OTHER);
	}

	private static AuthenticationSubjectReader reader(TrustedIssuers issuers) {
		return new AuthenticationSubjectReader(issuers::layoutOf);
	}

	private static AbstractAuthenticationToken authentication(String file, TrustedIssuers issuers)
			throws IOException, ParseException {
		return ClaimAuthorities.converter(issuers::layoutOf).convert(RecordedTokens.read(file));
	}

	private static TrustedIssuers issuers(String provider, String issuer, String audiences) {
		return RecordedTokens.issuers(properties(provider, issuer, audiences));
	}

	private static Map<String, String> properties(String provider, String issuer, String audiences) {
		return new HashMap<>(
				Map.of("zt.provider", provider, "zt.token.issuer", issuer, "zt.token.audiences", audiences));
	}

	private static String text(ArgumentsAccessor row, int column) {
		@Nullable String text = (column < row.size()) ? row.getString(column) : null;
		return (text != null) ? text : "";
	}

}
