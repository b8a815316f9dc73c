package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.SpringOpaqueTokenIntrospectorBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import io.zerotrust.spring.token.IntrospectionClient;
import io.zerotrust.spring.token.IntrospectionLimits;
import io.zerotrust.spring.token.IntrospectionListener;
import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.spring.token.SignedAnswers;
import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.KeyRing;

/**
 * Auto-configuration for opaque tokens: who is asked about them, and how long the answer
 * is believed. An introspector of the application, or what it says to Spring Boot's,
 * wins.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtTokenAutoConfiguration.class, ZtSignatureAutoConfiguration.class },
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtIntrospectionAutoConfiguration {

	@Bean
	IntrospectionLimits ztIntrospectionLimits(ZtProperties properties) {
		return new IntrospectionSettings(properties.token()).limits();
	}

	@Bean
	@ConditionalOnEnforcing
	@ConditionalOnIntrospection
	@ConditionalOnMissingBean({ OpaqueTokenIntrospector.class, SpringOpaqueTokenIntrospectorBuilderCustomizer.class })
	IssuerIntrospector ztOpaqueTokenIntrospector(ZtProperties properties, OAuth2ResourceServerProperties boot,
			TrustedIssuers trusted, ObjectProvider<TokenIssuers> issuers, IntrospectionLimits limits,
			ObjectProvider<KeyRing> keys, Signatures signatures, ObjectProvider<Clock> clock,
			ObjectProvider<IntrospectionListener> listeners) {
		TokenIssuer issuer = new IntrospectionSettings(properties.token()).issuer(trusted, boot.getOpaquetoken(),
				issuers.getIfAvailable());
		Clock time = clock.getIfUnique(Clock::systemUTC);
		Introspection introspection = Objects.requireNonNull(issuer.introspection());
		SignedAnswers signed = introspection.signed()
				? new SignedAnswers(issuer, keys::getIfAvailable, signatures, time, limits.timeout()) : null;
		return new IssuerIntrospector(issuer.rules(), new IntrospectionClient(introspection, limits.timeout(), signed),
				limits, time, (outcome, took, problem) -> listeners.orderedStream()
					.forEach((listener) -> listener.asked(outcome, took, problem)));
	}

}
