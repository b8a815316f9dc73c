package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.token.TrustedIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * What an operator may say about issuers, and what comes back when it cannot be meant.
 */
@ExtendWith(OutputCaptureExtension.class)
class IssuerSettingsTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private static final String MARK = "Write a claim and its value, sub={client} for example; more conditions follow "
			+ "after &, claim for one that must be there and !claim for one that must not.";

	@ParameterizedTest
	@CsvFileSource(resources = "/issuer-misconfigurations.csv", delimiter = '|', numLinesToSkip = 1,
			maxCharsPerColumn = 1000)
	void issuersWhenSettingIsWrongThenSaysWhatToWrite(String properties, String description, String action) {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> RecordedTokens.issuers(properties(properties)))
			.withMessage(expanded(description))
			.extracting(MisconfigurationException::action, type(String.class))
			.isEqualTo(expanded(action));
	}

	// what is about a place cannot be ignored; what is about the issuer changes nothing
	@Test
	void issuersWhenObservedThenWrongIssuerIsWarnedOfAndWrongPathStops(CapturedOutput output) {
		assertThat(RecordedTokens.issuers(properties("zt.mode=observe $issuer=http://idp.example.com"))
			.trusts("http://idp.example.com")).isTrue();
		assertThat(output).contains("zt would not start: " + JWT + "issuer-uri is http://idp.example.com, which is");
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> RecordedTokens.issuers(properties("zt.mode=observe zt.claims.roles=a.b")));
	}

	@Test
	void issuersWhenObservedWithoutAudienceThenNoRoleOfAnyClientCounts() {
		ClaimLayout layout = RecordedTokens
			.issuers(properties("zt.mode=observe zt.provider=keycloak $issuer=https://a.example/realms/b $audiences="))
			.layoutOf("https://a.example/realms/b");
		assertThat(layout.roles()).hasToString("[/realm_access/roles]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080/realms/shop", "http://127.0.0.1:8080", "http://[::1]:9000",
			"http://idp.localhost", "https://idp.example.com/", "joe", "urn:example:issuer" })
	void issuersWhenIssuerIsUnusualThenTrusted(String issuer) {
		assertThat(RecordedTokens.issuers(properties("$issuer=" + issuer)).trusts(issuer)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://keycloak:8080/realms/shop", "http://host.docker.internal:8080", "http://key_cloak" })
	void issuersWhenTlsIsMissingThenTrustedOnlyIfSaid(String issuer) {
		assertThat(RecordedTokens.issuers(properties("zt.token.insecure-issuer=true $issuer=" + issuer)).trusts(issuer))
			.isTrue();
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> RecordedTokens.issuers(properties("$issuer=" + issuer)))
			.extracting(MisconfigurationException::action, STRING)
			.contains("zt.token.insecure-issuer");
	}

	@ParameterizedTest
	@CsvSource({ "entra, https://sts.windows.net/6e1b1c0a/, api://orders",
			"entra, https://login.microsoftonline.com/6e1b1c0a/v2.0, 7b0d7f7a",
			"entra, https://shop.b2clogin.com/6e1b1c0a/v2.0/, 7b0d7f7a",
			"entra, https://shop.ciamlogin.com/6e1b1c0a/v2.0, 7b0d7f7a",
			"keycloak, http://localhost:8080/realms/shop, orders", "auth0, https://login.example.com/, orders",
			"okta, https://login.example.com/oauth2/aus1, orders",
			"google, https://accounts.google.com, https://a.example", "spring, https://auth.example.com/, orders" })
	void issuersWhenProviderFitsThenTrusted(String provider, String issuer, String audience) {
		assertThat(RecordedTokens
			.issuers(properties("zt.provider=" + provider + " $issuer=" + issuer + " $audiences=" + audience))
			.trusts(issuer)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "'', PT1H", "zt.provider=spring, PT1H", "zt.provider=entra, PT1H35M",
			"zt.provider=entra zt.token.max-lifetime=30m, PT30M",
			"zt.provider=spring zt.token.max-lifetime=48h, PT48H" })
	void maxLifetimeThenThatOfTheProviderUnlessSaid(String properties, Duration expected) {
		ZtProperties bound = new Binder(new MapConfigurationPropertySource(properties(properties))).bindOrCreate("zt",
				ZtProperties.class);
		assertThat(LifetimeSettings.maxLifetime(bound.provider(), bound.token())).isEqualTo(expected);
	}

	@Test
	void layoutWhenPropertyIsSetThenReplacesOneEntryOfThePreset() {
		ClaimLayout layout = RecordedTokens
			.issuers(properties("zt.provider=keycloak $issuer=https://a.example/realms/b zt.claims.roles=groups,/x/y "
					+ "zt.claims.tenant=/organization/id zt.claims.services=kind=service"))
			.layoutOf("https://a.example/realms/b");
		assertThat(layout.roles()).hasToString("[groups, /x/y]");
		assertThat(layout.tenant()).hasToString("[/organization/id]");
		assertThat(layout.services()).hasToString("[kind=service]");
		assertThat(layout.client()).hasToString("[azp]");
	}

	@Test
	void layoutWhenNothingIsSetThenStandard() {
		assertThat(RecordedTokens.issuers(properties("")).layoutOf("https://idp.example.com"))
			.isEqualTo(ClaimLayout.standard())
			.isEqualTo(TrustedIssuer.of("https://idp.example.com", Set.of()).layout());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			backend | ''       | zt.callers.backend is [], and a caller without a name is nobody.
			backend | shop, '' | zt.callers.backend is [shop, ], and a caller without a name is nobody.
			""")
	void rolesWhenCallerHasNoNameThenSaysWhatToWrite(String role, String clients, String description) {
		List<String> names = clients.isEmpty() ? List.of() : List.of("shop", "");
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> CallerSettings.roles(Map.of(role, names)))
			.withMessage(description)
			.extracting(MisconfigurationException::action, type(String.class))
			.isEqualTo("Set zt.callers.backend to the ids of the clients that have the role, or remove it.");
	}

	@Test
	void rolesWhenRoleHasNoNameThenSaysWhatToWrite() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> CallerSettings.roles(Map.of(" ", List.of("shop"))))
			.withMessage("zt.callers has a role without a name.")
			.extracting(MisconfigurationException::action, type(String.class))
			.isEqualTo("Write zt.callers.<role> and the ids of the clients that have the role.");
	}

	@ParameterizedTest
	@CsvSource({ "zt.provider=okta, zt.provider", "zt.claims.roles=groups, zt.claims" })
	void verifyUsedWhenApplicationBringsIssuersThenSaysWhatToWrite(String properties, String key) {
		ZtProperties bound = new Binder(new MapConfigurationPropertySource(properties(properties))).bindOrCreate("zt",
				ZtProperties.class);
		ClaimSettings.verifyUsed(bound, true);
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> ClaimSettings.verifyUsed(bound, false))
			.withMessage(key + " has no effect beside a TrustedIssuers bean of the application.")
			.extracting(MisconfigurationException::action, type(String.class))
			.isEqualTo("Give each TrustedIssuer of the bean its layout, Provider.KEYCLOAK.layout() for example, and "
					+ "remove the property.");
	}

	private static Map<String, String> properties(String text) {
		Map<String, String> properties = new HashMap<>(
				Map.of(JWT + "issuer-uri", "https://idp.example.com", JWT + "audiences", "orders"));
		for (String property : text.split(" ")) {
			int equals = property.indexOf('=');
			if (equals > 0) {
				properties.put(expanded(property.substring(0, equals)), property.substring(equals + 1));
			}
		}
		return properties;
	}

	private static String expanded(String text) {
		return text.replace("$issuer", JWT + "issuer-uri")
			.replace("$audiences", JWT + "audiences")
			.replace("$mark", MARK);
	}

}
