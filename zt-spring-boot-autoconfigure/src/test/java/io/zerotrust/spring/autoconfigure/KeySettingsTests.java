package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.keys.remote.KeyRules;
import io.zerotrust.token.keys.remote.KeySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an operator may say about keys, and what comes back when it cannot be meant.
 */
class KeySettingsTests {

	@Test
	void rulesWhenNothingIsSaidThenStrict() {
		assertThat(settings().rules()).isEqualTo(new KeyRules(Duration.ofMinutes(5), Duration.ofSeconds(30),
				Duration.ofHours(1), Duration.ofSeconds(3), 256 * 1024, Set.of(), false));
	}

	@Test
	void rulesWhenSaidThenSo() {
		KeyRules rules = settings("insecure-issuer=true", "keys.refresh=1m", "keys.cool-down=10s",
				"keys.stale-limit=2m", "keys.timeout=500ms", "keys.max-size=1KB",
				"keys.allowed-hosts=Keys.example.com,cdn.example.com:8443")
			.rules();
		assertThat(rules).isEqualTo(new KeyRules(Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2),
				Duration.ofMillis(500), 1024, Set.of("keys.example.com", "cdn.example.com:8443"), true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"keys.refresh=0s | zt.token.keys.refresh is 0s. | Set zt.token.keys.refresh to a duration from 1s to 604800s, 5m for example.",
			"keys.refresh=-5m | zt.token.keys.refresh is -300s. | Set zt.token.keys.refresh to a duration from 1s to 604800s, 5m for example.",
			"keys.cool-down=0s | zt.token.keys.cool-down is 0s. | Set zt.token.keys.cool-down to a duration from 1s to 604800s, 30s for example.",
			"keys.cool-down=999ms | zt.token.keys.cool-down is 999ms. | Set zt.token.keys.cool-down to a duration from 1s to 604800s, 30s for example.",
			"keys.stale-limit=-1h | zt.token.keys.stale-limit is -3600s. | Set zt.token.keys.stale-limit to a duration from 1s to 604800s, 1h for example.",
			"keys.stale-limit=8d | zt.token.keys.stale-limit is 691200s. | Set zt.token.keys.stale-limit to a duration from 1s to 604800s, 1h for example.",
			"keys.timeout=0s | zt.token.keys.timeout is 0s. | Set zt.token.keys.timeout to a duration from 100ms to 30s, 3s for example.",
			"keys.timeout=31s | zt.token.keys.timeout is 31s. | Set zt.token.keys.timeout to a duration from 100ms to 30s, 3s for example.",
			"keys.max-size=0B | zt.token.keys.max-size is 0B. | Set zt.token.keys.max-size to a size from 1KB to 10MB, 256KB for example.",
			"keys.max-size=-1B | zt.token.keys.max-size is -1B. | Set zt.token.keys.max-size to a size from 1KB to 10MB, 256KB for example.",
			"keys.max-size=3GB | zt.token.keys.max-size is 3221225472B. | Set zt.token.keys.max-size to a size from 1KB to 10MB, 256KB for example.",
			"keys.cool-down=2h | zt.token.keys.cool-down is 7200s and zt.token.keys.stale-limit is 3600s, so keys would be given up before they are fetched anew. | Set zt.token.keys.stale-limit to several times zt.token.keys.cool-down.",
			"keys.refresh=2h | zt.token.keys.refresh is 7200s and zt.token.keys.stale-limit is 3600s, so keys would be given up before they are fetched anew. | Set zt.token.keys.stale-limit to several times zt.token.keys.refresh." })
	void rulesWhenValueCannotBeMeantThenSaysWhatToWrite(String property, String description, String action) {
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(() -> settings(property).rules())
			.withMessage(description)
			.satisfies((ex) -> assertThat(ex.action()).isEqualTo(action));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "https://keys.example.com", "keys.example.com/jwks", "*.example.com",
			"me@example.com", "keys.example.com:", "keys.example.com:port", "127.1", "keys example.com" })
	void rulesWhenHostIsNoneThenSaysWhatToWrite(String host) {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> settings("keys.allowed-hosts[0]=" + host).rules())
			.withMessage("zt.token.keys.allowed-hosts has the entry \"" + host + "\", which is no host.")
			.satisfies((ex) -> assertThat(ex.action()).startsWith("Write the name of a host"));
	}

	@Test
	void sourcesWhenAnswersAreNotVerifiedThenNoKeys() {
		TokenIssuer.Introspection plain = new TokenIssuer.Introspection("https://c.example.com/i", "me", "secret",
				false);
		TokenIssuer.Introspection signed = new TokenIssuer.Introspection("https://d.example.com/i", "me", "secret",
				true);
		TokenIssuers issuers = new TokenIssuers(List.of(issuer("https://a.example.com", null, null),
				issuer("urn:b", "https://b.example.com/keys", null), issuer("https://c.example.com", null, plain),
				issuer("https://d.example.com", null, signed)));
		assertThat(settings().sources(issuers)).containsExactly(new KeySource("https://a.example.com", null),
				new KeySource("urn:b", "https://b.example.com/keys"), new KeySource("https://d.example.com", null));
	}

	@Test
	void sourcesWhenNobodyKnowsWhereKeysAreThenSaysWhatToWrite() {
		TokenIssuers issuers = new TokenIssuers(List.of(issuer("urn:b", null, null)));
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(() -> settings().sources(issuers))
			.withMessage("The issuer urn:b is no URL, so it has no metadata that says where its keys are.")
			.satisfies((ex) -> assertThat(ex.action()).isEqualTo("Set jwk-set-uri beside it to where its keys are."));
	}

	@Test
	void sslWhenBundleIsUnknownThenSaysWhatToWrite() {
		assertThat(settings().ssl(null)).isNull();
		for (@Nullable
		DefaultSslBundleRegistry bundles : Arrays.asList(null, new DefaultSslBundleRegistry())) {
			assertThatExceptionOfType(MisconfigurationException.class)
				.isThrownBy(() -> settings("keys.ssl-bundle=idp").ssl(bundles))
				.withMessage("zt.token.keys.ssl-bundle is idp, and there is no such bundle.")
				.satisfies((ex) -> assertThat(ex.action()).contains("spring.ssl.bundle.pem.idp"));
		}
	}

	private static TokenIssuer issuer(String name, @Nullable String jwkSetUri,
			TokenIssuer.@Nullable Introspection introspection) {
		return new TokenIssuer(TrustedIssuer.of(name, Set.of("orders")), jwkSetUri, introspection);
	}

	private static KeySettings settings(String... properties) {
		Map<String, String> map = new HashMap<>();
		for (String property : properties) {
			int equals = property.indexOf('=');
			map.put("zt.token." + property.substring(0, equals), property.substring(equals + 1));
		}
		return new KeySettings(
				new Binder(new MapConfigurationPropertySource(map)).bindOrCreate("zt.token", TokenProperties.class));
	}

}
