package io.zerotrust.spring.test.autoconfigure;

import java.time.Clock;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;

import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * Auto-configuration of the decoder of an application under test that zt has none for: in
 * observe mode, for example.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtTestAutoConfiguration.class,
		afterName = "io.zerotrust.spring.autoconfigure.ZtDecoderAutoConfiguration",
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
public final class ZtTestDecoderAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean({ JwtDecoder.class, OpaqueTokenIntrospector.class })
	@ConditionalOnBooleanProperty(name = "zt.test.trust-issuer", matchIfMissing = true)
	@ConditionalOnProperty(name = "spring.security.oauth2.resourceserver.opaquetoken.introspection-uri",
			havingValue = "none", matchIfMissing = true)
	JwtDecoder ztTestJwtDecoder(ZtTestIssuer issuer, OAuth2ResourceServerProperties properties,
			ObjectProvider<Clock> clock, ObjectProvider<OAuth2TokenValidator<Jwt>> validators) {
		return TestJwtDecoderFactory.create(issuer, properties.getJwt(), clock.getIfUnique(Clock::systemUTC),
				validators.orderedStream());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean({ ReactiveJwtDecoder.class, ReactiveOpaqueTokenIntrospector.class })
		@ConditionalOnBooleanProperty(name = "zt.test.trust-issuer", matchIfMissing = true)
		@ConditionalOnProperty(name = "spring.security.oauth2.resourceserver.opaquetoken.introspection-uri",
				havingValue = "none", matchIfMissing = true)
		ReactiveJwtDecoder ztTestReactiveJwtDecoder(ZtTestIssuer issuer, OAuth2ResourceServerProperties properties,
				ObjectProvider<Clock> clock, ObjectProvider<OAuth2TokenValidator<Jwt>> validators) {
			JwtDecoder decoder = TestJwtDecoderFactory.create(issuer, properties.getJwt(),
					clock.getIfUnique(Clock::systemUTC), validators.orderedStream());
			// its keys are at hand, so nothing waits
			return (token) -> Mono.fromCallable(() -> decoder.decode(token));
		}

	}

}
