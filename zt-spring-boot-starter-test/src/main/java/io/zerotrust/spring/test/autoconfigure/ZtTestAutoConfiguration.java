package io.zerotrust.spring.test.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.method.StandIns;
import io.zerotrust.spring.test.ZtTestIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.spring.web.AcceptedCredentials;
import io.zerotrust.spring.web.AuthenticationSubjectReader;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.keys.KeyRing;

/**
 * Auto-configuration of the test kit.
 *
 * @since 0.1.0
 */
@AutoConfiguration(beforeName = {
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
		"io.zerotrust.spring.autoconfigure.ZtCoreAutoConfiguration",
		"io.zerotrust.spring.autoconfigure.ZtTokenAutoConfiguration" })
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
public final class ZtTestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ZtTestIssuer ztTestIssuer(OAuth2ResourceServerProperties properties, ObjectProvider<Clock> clock) {
		OAuth2ResourceServerProperties.Jwt jwt = properties.getJwt();
		String configured = jwt.getIssuerUri();
		String issuer = (configured != null && !configured.isBlank()) ? configured : "https://issuer.test";
		String audience = jwt.getAudiences().isEmpty() ? "test" : jwt.getAudiences().get(0);
		return new ZtTestIssuer(issuer, audience, clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "zt.test.trust-issuer", matchIfMissing = true)
	KeyRing ztTestKeyRing(ZtTestIssuer issuer, ObjectProvider<TokenIssuers> trusted) {
		return TestKeys.of(issuer, trusted.getIfAvailable(() -> new TokenIssuers(List.of())));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.mockito.Mockito")
	static class MockitoConfiguration {

		@Bean
		@ConditionalOnMissingBean
		StandIns ztTestStandIns() {
			return new Mocks();
		}

	}

	@Bean
	@ConditionalOnMissingBean
	SubjectReader ztTestSubjectReader(ObjectProvider<TrustedIssuers> issuers, ObjectProvider<PrebuiltMark> marks) {
		TrustedIssuers trusted = issuers.getIfAvailable(() -> new TrustedIssuers(List.of()));
		return new PrebuiltSubjectReader(new AuthenticationSubjectReader(trusted::layoutOf), marks.stream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	AcceptedCredentials ztTestAcceptedCredentials() {
		return new AcceptedCredentials(
				Set.of(CredentialKind.JWT, CredentialKind.OPAQUE_TOKEN, CredentialKind.PREBUILT));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		PrebuiltMark ztTestMockRequestMark() {
			return new MockRequestMark();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		MockExchangeMark ztTestMockExchangeMark() {
			return new MockExchangeMark();
		}

	}

}
