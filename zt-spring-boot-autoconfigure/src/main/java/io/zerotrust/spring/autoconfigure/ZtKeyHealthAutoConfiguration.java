package io.zerotrust.spring.autoconfigure;

import java.util.Set;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import io.zerotrust.spring.actuate.IssuersHealthIndicator;
import io.zerotrust.spring.actuate.IssuersInReadiness;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.keys.remote.KeyFetching;

/**
 * Auto-configuration for what health and readiness say about the keys of issuers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtKeyAutoConfiguration.class,
		afterName = "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration",
		beforeName = "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({ ConditionalOnEnabledHealthIndicator.class, HealthEndpointGroupsPostProcessor.class })
@ConditionalOnBean(KeyFetching.class)
@ConditionalOnEnabledHealthIndicator("zt-issuers")
public final class ZtKeyHealthAutoConfiguration {

	private static final String EXCLUDED = "management.endpoint.health.group.readiness.exclude";

	@Bean
	@ConditionalOnMissingBean(name = "ztIssuersHealthIndicator")
	IssuersHealthIndicator ztIssuersHealthIndicator(KeyFetching fetching, TrustedIssuers issuers) {
		return new IssuersHealthIndicator(fetching, issuers);
	}

	// last, since Boot adds the group at the same place in the order
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	HealthEndpointGroupsPostProcessor ztIssuersInReadiness(Environment environment) {
		return new IssuersInReadiness(
				Binder.get(environment).bind(EXCLUDED, Bindable.setOf(String.class)).orElse(Set.of()));
	}

}
