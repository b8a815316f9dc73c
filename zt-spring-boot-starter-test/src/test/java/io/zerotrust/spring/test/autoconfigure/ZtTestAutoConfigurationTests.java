package io.zerotrust.spring.test.autoconfigure;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.ZtTestIssuer;
import io.zerotrust.spring.web.AcceptedCredentials;
import io.zerotrust.spring.web.SubjectReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class ZtTestAutoConfigurationTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZtTestAutoConfiguration.class, ZtTestDecoderAutoConfiguration.class,
				OAuth2ResourceServerAutoConfiguration.class));

	private final ApplicationContextRunner configured = this.contextRunner
		.withPropertyValues(JWT + "issuer-uri=https://idp.example.com", JWT + "audiences=orders,orders-legacy")
		.withBean(JwtTypeValidator.class, () -> new JwtTypeValidator("at+jwt"));

	@Test
	void issuerWhenNothingIsConfiguredThenHasDefaults() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(ZtTestIssuer.class).issuer()).isEqualTo("https://issuer.test");
			assertThat(context.getBean(ZtTestIssuer.class).audience()).isEqualTo("test");
		});
	}

	@Test
	void issuerWhenConfiguredThenIsTheConfiguredOne() {
		this.configured.run((context) -> {
			assertThat(context.getBean(ZtTestIssuer.class).issuer()).isEqualTo("https://idp.example.com");
			assertThat(context.getBean(ZtTestIssuer.class).audience()).isEqualTo("orders");
		});
	}

	@Test
	void decoderWhenTokenIsGoodThenAccepts() {
		this.configured.run((context) -> {
			assertThat(context).hasSingleBean(JwtDecoder.class);
			String token = context.getBean(ZtTestIssuer.class).token().subject("alice").mint();
			assertThat(context.getBean(JwtDecoder.class).decode(token).getSubject()).isEqualTo("alice");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "EXPIRED", "FOREIGN_ISSUER", "FOREIGN_AUDIENCE", "FOREIGN_KEY_SAME_KID",
			"BOUND_BY_CERTIFICATE", "HMAC_WITH_PUBLIC_KEY" })
	void decoderWhenTokenIsBadThenRefuses(BadToken defect) {
		this.configured.run((context) -> {
			String token = context.getBean(ZtTestIssuer.class).mint(defect);
			assertThatExceptionOfType(BadJwtException.class)
				.isThrownBy(() -> context.getBean(JwtDecoder.class).decode(token));
		});
	}

	@Test
	void decoderWhenNoTypeValidatorThenRefusesAccessTokenTypeAsBootDoes() {
		this.contextRunner.run((context) -> {
			ZtTestIssuer issuer = context.getBean(ZtTestIssuer.class);
			JwtDecoder decoder = context.getBean(JwtDecoder.class);
			assertThat(decoder.decode(issuer.token().type("JWT").mint())).isNotNull();
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(issuer.token().mint()));
		});
	}

	@Test
	void decoderWhenAudienceIsNotConfiguredThenAcceptsAnyAsBootDoes() {
		this.contextRunner.run((context) -> {
			String token = context.getBean(ZtTestIssuer.class)
				.token()
				.type("JWT")
				.bad(BadToken.FOREIGN_AUDIENCE)
				.mint();
			assertThat(context.getBean(JwtDecoder.class).decode(token)).isNotNull();
		});
	}

	@Test
	void decoderWhenClockIsFixedThenUsesIt() {
		Clock clock = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
		this.configured.withBean(Clock.class, () -> clock).run((context) -> {
			ZtTestIssuer issuer = context.getBean(ZtTestIssuer.class);
			JwtDecoder decoder = context.getBean(JwtDecoder.class);
			assertThat(decoder.decode(issuer.token().mint()).getIssuedAt()).isEqualTo("2020-01-01T00:00:00Z");
			assertThatExceptionOfType(BadJwtException.class)
				.isThrownBy(() -> decoder.decode(issuer.mint(BadToken.EXPIRED)));
		});
	}

	@Test
	void decoderWhenApplicationHasOneThenBacksOff() {
		JwtDecoder own = mock(JwtDecoder.class);
		this.configured.withBean(JwtDecoder.class, () -> own)
			.run((context) -> assertThat(context.getBean(JwtDecoder.class)).isSameAs(own));
	}

	@Test
	void decoderWhenIssuerIsNotTrustedThenIsBoots() {
		this.configured.withPropertyValues("zt.test.trust-issuer=false")
			.run((context) -> assertThat(context.getBean(JwtDecoder.class)).isInstanceOf(SupplierJwtDecoder.class));
	}

	@Test
	void decoderWhenTokensAreOpaqueThenBacksOff() {
		String opaque = "spring.security.oauth2.resourceserver.opaquetoken.";
		this.contextRunner
			.withPropertyValues(opaque + "introspection-uri=https://idp.example.com/introspect",
					opaque + "client-id=orders", opaque + "client-secret=secret")
			.run((context) -> assertThat(context).doesNotHaveBean(JwtDecoder.class)
				.hasSingleBean(OpaqueTokenIntrospector.class));
	}

	@Test
	void credentialsThenAreTokensAndWhatTestsPutInPlace() {
		this.contextRunner.run((context) -> assertThat(context.getBean(AcceptedCredentials.class).kinds())
			.containsExactlyInAnyOrder(CredentialKind.JWT, CredentialKind.OPAQUE_TOKEN, CredentialKind.PREBUILT));
	}

	@Test
	void beansWhenApplicationHasThemThenBackOff() {
		ZtTestIssuer issuer = new ZtTestIssuer("https://own.test", "own", Clock.systemUTC());
		SubjectReader reader = (authentication, presented) -> Subject.anonymous();
		AcceptedCredentials credentials = AcceptedCredentials.tokens();
		this.contextRunner.withBean(ZtTestIssuer.class, () -> issuer)
			.withBean(SubjectReader.class, () -> reader)
			.withBean(AcceptedCredentials.class, () -> credentials)
			.run((context) -> {
				assertThat(context.getBean(ZtTestIssuer.class)).isSameAs(issuer);
				assertThat(context.getBean(SubjectReader.class)).isSameAs(reader);
				assertThat(context.getBean(AcceptedCredentials.class)).isSameAs(credentials);
			});
	}

	@Test
	void contextWhenNoServletApiThenLoads() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("jakarta.servlet", "org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ZtTestIssuer.class)
				.hasSingleBean(SubjectReader.class)
				.doesNotHaveBean(AcceptedCredentials.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { AutoConfiguration.class, WebMvcTest.class, AutoConfigureMockMvc.class })
	void importsThenNameTheAutoConfiguration(Class<?> annotation) {
		assertThat(ImportCandidates.load(annotation, getClass().getClassLoader()))
			.contains(ZtTestAutoConfiguration.class.getName());
	}

}
