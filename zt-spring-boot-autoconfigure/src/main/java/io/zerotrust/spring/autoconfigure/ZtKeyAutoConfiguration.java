package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.remote.KeyFetching;

/**
 * Auto-configuration for the keys that tokens are verified with.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtTokenAutoConfiguration.class,
		afterName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnEnforcing
@ConditionalOnMissingBean(KeyRing.class)
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtKeyAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TokenIssuers ztBootTokenIssuers(TrustedIssuers issuers, OAuth2ResourceServerProperties resourceServer,
			ConfigurableListableBeanFactory beans) {
		OAuth2ResourceServerProperties.Jwt jwt = resourceServer.getJwt();
		if (!PlatformDecoder.isUsed(beans)) {
			return new TokenIssuers(List.of());
		}
		return new TokenIssuers(issuers.all()
			.stream()
			.filter((rules) -> rules.issuer().equals(jwt.getIssuerUri()))
			.map((rules) -> new TokenIssuer(rules, jwt.getJwkSetUri(), null))
			.toList());
	}

	@Bean
	KeyFetching ztKeyFetching(ZtProperties properties, TokenIssuers issuers, ObjectProvider<SslBundles> bundles,
			ObjectProvider<Clock> clock) {
		KeySettings settings = new KeySettings(properties.token());
		return new KeyFetching(settings.sources(issuers), settings.rules(), settings.ssl(bundles.getIfAvailable()),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	KeyRing ztKeyRing(KeyFetching fetching) {
		return fetching.ring();
	}

	@Bean
	KeyWarmUp ztKeyWarmUp(KeyFetching fetching) {
		return new KeyWarmUp(fetching);
	}

}
