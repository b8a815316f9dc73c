package io.zerotrust.spring.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import io.zerotrust.token.SignatureAlgorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DpopSettingsTests {

	@Test
	@Tag("D4")
	void rulesWhenNothingIsSetThenStandard() {
		DpopSettings settings = settings(Map.of());
		assertThat(settings.rules().algorithms()).isEqualTo(SignatureAlgorithms.ALL);
		assertThat(settings.rules().lifetime()).hasSeconds(60);
		assertThat(settings.rules().nonces()).isNull();
		assertThat(settings.replayCapacity()).isEqualTo(1_000_000);
		assertThat(settings.schemes().dpop()).isTrue();
		assertThat(settings.schemes().bearer()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "proof-lifetime, 0s", "proof-lifetime, -5s", "proof-lifetime, 301s", "algorithms, HS256",
			"algorithms, none", "algorithms, 'ES256,es384'", "replay-capacity, 999", "replay-capacity, -1",
			"replay-capacity, 50000001", "nonce-secret, 0123456789abcdef0123456789abcdef" })
	@Tag("D4")
	@Tag("D11")
	void rulesWhenValueCannotBeMeantThenNamed(String key, String value) {
		DpopSettings settings = settings(Map.of("zt.token.dpop." + key, value));
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(() -> {
			settings.rules();
			settings.replayCapacity();
		}).withMessageContaining("zt.token.dpop." + key);
	}

	@Test
	@Tag("D19")
	void rulesWhenSecretIsShortThenRefusedAndNotQuoted() {
		DpopSettings settings = settings(
				Map.of("zt.token.dpop.nonce", "true", "zt.token.dpop.nonce-secret", "too-short-a-secret"));
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(settings::rules)
			.withMessageContaining("18 characters")
			.withMessageNotContaining("too-short-a-secret");
	}

	@ParameterizedTest
	@CsvSource({ "off, accepted, '', true, false", "accepted, accepted, '', true, true",
			"required, accepted, '', false, true", "required, required, '', true, true",
			"off, accepted, accepted, true, true", "required, accepted, accepted, true, true",
			"required, accepted, required, false, true", "off, accepted, required, true, true" })
	void schemesThenAsDemanded(String dpop, String mtls, String issuer, boolean bearer, boolean accepted) {
		java.util.Map<String, String> properties = new java.util.HashMap<>(
				Map.of("zt.token.dpop.mode", dpop, "zt.token.mtls.mode", mtls));
		if (!issuer.isEmpty()) {
			properties.putAll(Map.of("zt.issuers[0].issuer", "https://a.example", "zt.issuers[0].dpop", issuer));
		}
		DpopSettings settings = settings(properties);
		assertThat(settings.schemes().bearer()).isEqualTo(bearer);
		assertThat(settings.schemes().dpop()).isEqualTo(accepted);
	}

	@Test
	void schemesWhenObservedThenSpringsAlone() {
		assertThat(settings(Map.of("zt.mode", "observe", "zt.token.dpop.mode", "required")).schemes().dpop()).isFalse();
	}

	private static DpopSettings settings(Map<String, String> properties) {
		return new DpopSettings(
				new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("zt", ZtProperties.class));
	}

}
