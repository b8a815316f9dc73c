package io.zerotrust.token.keys.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which hosts are asked, and which are not although metadata points to them.
 */
class LocationsTests {

	private static final String ISSUER = "https://idp.example.com/realms/orders";

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com/keys", "https://IDP.example.com:443/keys?v=1",
			"https://keys.example.com/jwks", "https://cdn.example.com:8443/jwks" })
	@Tag("J11")
	void verifiedWhenOwnOrAllowedThenAsked(String location) {
		assertThat(locations(ISSUER, false).verified(location, "jwks_uri")).isEqualTo(URI.create(location));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example.com/keys", "https://idp.example.com.evil.com/keys",
			"https://idp.example.com:8443/keys", "https://idp.example.com./keys", "https://keys.example.com:8443/jwks",
			"https://cdn.example.com/jwks", "https://169.254.169.254/latest/meta-data", "https://localhost/keys",
			"http://localhost:6379/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
			"https://evil.example.com/https://idp.example.com", "https://evil.example.com#idp.example.com",
			"https://evil.example.com?idp.example.com" })
	@Tag("J11")
	@Tag("AT4")
	void verifiedWhenHostIsAnotherThenRefusedWithProperty(String location) {
		assertThatExceptionOfType(FetchFailure.class)
			.isThrownBy(() -> locations(ISSUER, false).verified(location, "jwks_uri"))
			.withMessageContaining("zt.token.keys.allowed-hosts")
			.satisfies((failure) -> assertThat(failure.outcome()).isEqualTo(FetchOutcome.LOCATION));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://2130706433/", "https://127.1/", "https://0x7f000001/", "https://0177.0.0.1:1/",
			"file:///etc/passwd", "ftp://idp.example.com/keys", "jar:https://idp.example.com/a.jar!/k", "//idp/keys",
			"/keys", "keys", "", " ", "https://", "https:///keys", "https:idp.example.com", "gopher://idp.example.com",
			"https://idp.example.com\\@evil.example.com/", "https://idp example.com/", "https://idp_1.example.com/",
			"https://idp.example.com:99999999999/" })
	@Tag("J11")
	void verifiedWhenNoUsualUrlThenRefused(String location) {
		assertThatExceptionOfType(FetchFailure.class)
			.isThrownBy(() -> locations(ISSUER, true).verified(location, "jwks_uri"))
			.satisfies((failure) -> assertThat(failure.outcome()).isEqualTo(FetchOutcome.LOCATION));
	}

	@Test
	@Tag("J11")
	void verifiedWhenUserNameThenRefusedAndNotTold() {
		assertThatExceptionOfType(FetchFailure.class)
			.isThrownBy(() -> locations(ISSUER, false).verified("https://me:pass@idp.example.com/keys?key=abc", "it"))
			.withMessage("it is at https://idp.example.com/keys with a user name in it, which is not followed");
	}

	@Test
	@Tag("J11")
	void verifiedWhenWithoutTlsThenOnlyLocalOrInsecure() {
		assertThatExceptionOfType(FetchFailure.class)
			.isThrownBy(() -> locations("http://idp.example.com", false).verified("http://idp.example.com/keys", "it"))
			.withMessageContaining("not asked without TLS");
		assertThat(locations("http://idp.example.com", true).verified("http://idp.example.com/keys", "it").getHost())
			.isEqualTo("idp.example.com");
		for (String local : new String[] { "http://localhost:9000", "http://127.0.0.1:9000", "http://[::1]:9000",
				"http://idp.localhost:9000" }) {
			assertThat(locations(local, false).verified(local + "/keys", "it")).isNotNull();
		}
		// TLS once, TLS always
		assertThatExceptionOfType(FetchFailure.class)
			.isThrownBy(() -> locations(ISSUER, true).verified("http://idp.example.com/keys", "it"));
	}

	@ParameterizedTest
	@CsvSource({ "https://accounts.google.com,https://www.googleapis.com/oauth2/v3/certs",
			"https://securetoken.google.com/shop,https://www.googleapis.com/service_accounts/v1/jwk/x",
			"https://sts.windows.net/7/,https://login.microsoftonline.com/common/discovery/keys" })
	void verifiedWhenIssuerIsKnownToKeepKeysElsewhereThenAsked(String issuer, String keys) {
		assertThat(locations(issuer, false).verified(keys, "jwks_uri")).isNotNull();
	}

	@Test
	void metadataWhenIssuerHasPathThenThreePlaces() {
		for (String issuer : new String[] { ISSUER, ISSUER + "/" }) {
			assertThat(locations(issuer, false).metadata()).extracting(URI::toString)
				.containsExactly("https://idp.example.com/realms/orders/.well-known/openid-configuration",
						"https://idp.example.com/.well-known/openid-configuration/realms/orders",
						"https://idp.example.com/.well-known/oauth-authorization-server/realms/orders");
		}
		assertThat(locations("https://idp.example.com/", false).metadata()).extracting(URI::toString)
			.containsExactly("https://idp.example.com/.well-known/openid-configuration",
					"https://idp.example.com/.well-known/oauth-authorization-server");
	}

	@ParameterizedTest
	@ValueSource(strings = { "urn:idp", "orders", "https://me:pass@idp.example.com" })
	void metadataWhenIssuerIsNoUrlThenRefused(String issuer) {
		assertThatExceptionOfType(FetchFailure.class).isThrownBy(() -> locations(issuer, false).metadata())
			.withMessageNotContaining("pass");
	}

	private static Locations locations(String issuer, boolean insecure) {
		return new Locations(new KeySource(issuer, null),
				new KeyRules(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofSeconds(3),
						1000, Set.of("keys.example.com", "cdn.example.com:8443"), insecure));
	}

}
