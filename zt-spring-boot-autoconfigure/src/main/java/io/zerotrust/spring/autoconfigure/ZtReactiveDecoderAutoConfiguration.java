package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.JwkSetUriReactiveJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import io.zerotrust.spring.token.ReactiveVerifyingJwtDecoder;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.spring.token.UnfetchedKeys;
import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.KeyRing;

/**
 * Auto-configuration for the decoder of JWTs of a reactive application, in place of
 * Spring Boot's.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtDecoderAutoConfiguration.class,
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(Mono.class)
@ConditionalOnEnforcing
public final class ZtReactiveDecoderAutoConfiguration {

	@Bean(PlatformDecoder.REACTIVE)
	@ConditionalOnMissingBean({ ReactiveJwtDecoder.class, JwkSetUriReactiveJwtDecoderBuilderCustomizer.class })
	@ConditionalOnOwnDecoder
	ReactiveVerifyingJwtDecoder ztReactiveJwtDecoder(DecoderSettings settings, TokenIssuers issuers,
			ObjectProvider<KeyRing> ring, Signatures signatures, VerifiedTokens tokens,
			ObjectProvider<OAuth2TokenValidator<Jwt>> validators, ObjectProvider<Clock> clock) {
		return new ReactiveVerifyingJwtDecoder(settings.decoder(issuers,
				ring.getIfAvailable(() -> UnfetchedKeys.ring(issuers)), signatures, tokens,
				new DecoderValidators(validators.orderedStream().toList(), true), clock.getIfUnique(Clock::systemUTC)));
	}

}
