package io.zerotrust.token.keys.remote;

import java.util.Map;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.token.keys.remote.KeyStatus.State;

import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where an issuer says its keys are, and what is not believed of it.
 */
class DiscoveryTests {

	private static final String OPENID = "/.well-known/openid-configuration";

	private static final ECKey KEY = TestKeys.ec("key");

	@ParameterizedTest
	@ValueSource(strings = { "/realm" + OPENID, OPENID + "/realm", "/.well-known/oauth-authorization-server/realm" })
	void fetchWhenMetadataIsAtUsualPlaceThenFound(String place) {
		try (BrokenIssuer issuer = BrokenIssuer.withMetadata("/realm")) {
			issuer.answers(place, okJson(metadata(issuer.url() + "/realm", issuer.url() + "/keys")));
			issuer.publishes(KEY);
			assertThat(issuer.asked()).isZero();
			assertThat(issuer.fetch().state()).as("%s", issuer.status()).isEqualTo(State.UP);
			// where the keys are is known now
			issuer.coolDown();
			int before = issuer.asked();
			issuer.fetch();
			assertThat(issuer.asked()).isEqualTo(before + 1);
		}
	}

	@Test
	void fetchWhenFirstPlaceIsAPageThenNextOneIsAsked() {
		try (BrokenIssuer issuer = BrokenIssuer.withMetadata("")) {
			issuer.answers(OPENID, ok("<html/>").withHeader("Content-Type", "text/html"));
			assertThat(issuer.fetch().failure()).contains(OPENID + " answers with content type \"text/html\"");
			issuer.coolDown();
			issuer.answers("/.well-known/oauth-authorization-server",
					okJson(metadata(issuer.url(), issuer.url() + "/keys")));
			issuer.publishes(KEY);
			assertThat(issuer.fetch().state()).isEqualTo(State.UP);
		}
	}

	@Test
	@Tag("AT4")
	void fetchWhenMetadataIsOfAnotherIssuerThenBothAreNamed() {
		try (BrokenIssuer issuer = BrokenIssuer.withMetadata("")) {
			issuer.publishes(KEY);
			String configured = ", and the configured one is \"" + issuer.url() + '"';
			assertMismatch(issuer, "https://evil.example.com",
					"is of the issuer \"https://evil.example.com\"" + configured);
			assertMismatch(issuer, issuer.url() + "/", "is of the issuer \"" + issuer.url() + "/\"" + configured
					+ ": they differ in the slash at the end");
			assertMismatch(issuer, issuer.url().replace("localhost", "LOCALHOST"),
					configured + ": they differ in upper and lower case");
			assertMismatch(issuer, "", "names no issuer");
			assertThat(issuer.asked("/keys")).isZero();
			assertThat(issuer.status().attempts().get(FetchOutcome.METADATA)).isEqualTo(4);
		}
	}

	@Test
	@Tag("J11")
	void fetchWhenMetadataPointsElsewhereThenNotFollowedUnlessAllowed() {
		try (BrokenIssuer other = BrokenIssuer.withKeysAt("/keys")) {
			other.publishes(KEY);
			try (BrokenIssuer issuer = BrokenIssuer.withMetadata("")) {
				issuer.answers(OPENID, okJson(metadata(issuer.url(), other.url() + "/keys")));
				assertThat(issuer.fetch().failure())
					.startsWith("jwks_uri of the metadata at " + issuer.url() + OPENID + " is " + other.url() + "/keys")
					.contains("nor in zt.token.keys.allowed-hosts");
				assertThat(other.asked()).isZero();
			}
			String host = other.url().substring("http://".length());
			try (BrokenIssuer issuer = BrokenIssuer.withMetadata("", host)) {
				issuer.answers(OPENID, okJson(metadata(issuer.url(), other.url() + "/keys")));
				assertThat(issuer.fetch().state()).isEqualTo(State.UP);
			}
		}
	}

	@Test
	void fetchWhenMetadataSaysNotWhereKeysAreThenTold() {
		try (BrokenIssuer issuer = BrokenIssuer.withMetadata("")) {
			issuer.answers(OPENID, okJson("{\"issuer\":\"" + issuer.url() + "\"}"));
			assertThat(issuer.fetch().failure()).endsWith("has no jwks_uri; where the keys are must be configured");
		}
	}

	@Test
	void fetchWhenKeysMoveThenMetadataIsAskedAnewOncePerCoolDown() {
		try (BrokenIssuer issuer = BrokenIssuer.withMetadata("")) {
			issuer.answers(OPENID, okJson(metadata(issuer.url(), issuer.url() + "/keys")));
			issuer.publishes(KEY);
			issuer.fetch();
			issuer.answers("/keys", notFound());
			issuer.answers("/moved", okJson(TestKeys.published(KEY, TestKeys.ec("new"))));
			issuer.answers(OPENID, okJson(metadata(issuer.url(), issuer.url() + "/moved")));
			issuer.coolDown();
			assertThat(issuer.fetch().state()).isEqualTo(State.STALE);
			assertThat(issuer.asked(OPENID)).isEqualTo(1);
			issuer.fetch();
			assertThat(issuer.asked(OPENID)).isEqualTo(1);
			issuer.coolDown();
			assertThat(issuer.fetch().state()).isEqualTo(State.UP);
			assertThat(issuer.status().keys()).isEqualTo(2);
			assertThat(issuer.asked(OPENID)).isEqualTo(2);
		}
	}

	@Test
	void fetchWhenMetadataIsGoneButKeysComeBackThenTheyAreFound() {
		try (BrokenIssuer issuer = BrokenIssuer.withMetadata("")) {
			issuer.answers(OPENID, okJson(metadata(issuer.url(), issuer.url() + "/keys")));
			issuer.publishes(KEY);
			issuer.fetch();
			issuer.answers(OPENID, serverError());
			issuer.answers("/keys", serverError());
			issuer.coolDown();
			assertThat(issuer.fetch().failure()).contains("/keys answers with status 500");
			issuer.publishes(KEY);
			issuer.coolDown();
			assertThat(issuer.fetch().failure()).contains(OPENID + " answers with status 500");
			issuer.coolDown();
			assertThat(issuer.fetch().state()).isEqualTo(State.UP);
		}
	}

	private static void assertMismatch(BrokenIssuer issuer, String named, String message) {
		issuer.answers(OPENID, okJson(metadata(named, issuer.url() + "/keys")));
		assertThat(issuer.fetch().failure()).contains("the metadata at " + issuer.url() + OPENID).contains(message);
		issuer.coolDown();
	}

	private static String metadata(String issuer, String keys) {
		return JSONObjectUtils.toJSONString(Map.of("issuer", issuer, "jwks_uri", keys));
	}

}
