package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;

import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.spring.token.TokenReading;
import io.zerotrust.spring.token.UnfetchedKeys;
import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.spring.token.VerifyingJwtDecoder;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.KeyRing;

/**
 * Auto-configuration for the decoder of JWTs, in place of Spring Boot's.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtTokenAutoConfiguration.class, ZtSignatureAutoConfiguration.class },
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnEnforcing
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtDecoderAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	VerifiedTokens ztVerifiedTokens(ZtProperties properties, ObjectProvider<Clock> clock) {
		return TokenCacheSettings.tokens(properties.token().cache(), clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	DecoderSettings ztDecoderSettings(ZtProperties properties, OAuth2ResourceServerProperties resourceServer,
			Environment environment) {
		return new DecoderSettings(properties, resourceServer, environment);
	}

	@Bean
	@ConditionalOnMissingBean
	TokenIssuers ztTokenIssuers(DecoderSettings settings, OAuth2ResourceServerProperties resourceServer,
			ConfigurableListableBeanFactory beans) {
		return settings.issuers(resourceServer.getOpaquetoken(), PlatformDecoder.isOurs(beans));
	}

	@Bean(PlatformDecoder.OURS)
	@ConditionalOnMissingBean({ JwtDecoder.class, JwkSetUriJwtDecoderBuilderCustomizer.class })
	@ConditionalOnBlockingStack
	@ConditionalOnOwnDecoder
	VerifyingJwtDecoder ztJwtDecoder(DecoderSettings settings, TokenIssuers issuers, ObjectProvider<KeyRing> ring,
			Signatures signatures, VerifiedTokens tokens, ObjectProvider<OAuth2TokenValidator<Jwt>> validators,
			ObjectProvider<Clock> clock) {
		return settings.decoder(issuers, ring.getIfAvailable(() -> UnfetchedKeys.ring(issuers)), signatures, tokens,
				new DecoderValidators(validators.orderedStream().toList(), false), clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	TokenReading ztTokenReading(ZtProperties properties, ConfigurableListableBeanFactory beans) {
		boolean ours = PlatformDecoder.isOurs(beans);
		Class<?> introspectors = ReactiveStack.isUsed(beans) ? ReactiveOpaqueTokenIntrospector.class
				: OpaqueTokenIntrospector.class;
		boolean opaque = beans.getBeanNamesForType(introspectors, true, false).length > 0;
		boolean jwt = PlatformDecoder.names(beans).length > 0;
		return new TokenReading(DecoderSettings.maxLength(properties.token().maxLength()), !ours || opaque,
				opaque || !jwt);
	}

	@Bean
	static KeptDecoders ztKeptDecoders(Environment environment, ObjectProvider<VerifiedTokens> tokens) {
		return new KeptDecoders(environment, tokens);
	}

	@Bean
	SmartInitializingSingleton ztKeptDecodersVerification(KeptDecoders kept, ConfigurableListableBeanFactory beans) {
		return kept.verification(List.of(PlatformDecoder.names(beans)));
	}

}
