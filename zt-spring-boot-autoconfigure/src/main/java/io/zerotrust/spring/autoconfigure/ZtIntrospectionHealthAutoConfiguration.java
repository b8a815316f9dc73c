package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.actuate.IntrospectionHealth;
import io.zerotrust.spring.token.IssuerIntrospector;

/**
 * Auto-configuration for the health of asking about opaque tokens.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtIntrospectionAutoConfiguration.class, ZtReactiveIntrospectionAutoConfiguration.class })
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(IssuerIntrospector.class)
public final class ZtIntrospectionHealthAutoConfiguration {

	@Bean
	@ConditionalOnEnabledHealthIndicator("introspection")
	IntrospectionHealth introspectionHealthIndicator(ObjectProvider<Clock> clock) {
		return new IntrospectionHealth(clock.getIfUnique(Clock::systemUTC));
	}

}
