package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.remote.KeyFetching;

/**
 * Auto-configuration for the keys that tokens are verified with.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtDecoderAutoConfiguration.class,
		afterName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnEnforcing
@ConditionalOnMissingBean(KeyRing.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtKeyAutoConfiguration {

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
