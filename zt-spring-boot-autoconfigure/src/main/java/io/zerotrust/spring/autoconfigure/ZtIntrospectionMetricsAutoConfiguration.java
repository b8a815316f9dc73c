package io.zerotrust.spring.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.observe.IntrospectionMeters;
import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.token.revocation.RevocationStore;

/**
 * Auto-configuration for metrics of opaque and of revoked tokens.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { ZtIntrospectionAutoConfiguration.class, ZtReactiveIntrospectionAutoConfiguration.class,
				ZtRevocationAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class ZtIntrospectionMetricsAutoConfiguration {

	@Bean
	@ConditionalOnBean(IssuerIntrospector.class)
	IntrospectionMeters ztIntrospectionTimes(MeterRegistry registry) {
		return new IntrospectionMeters(registry);
	}

	@Bean
	@ConditionalOnBean(IssuerIntrospector.class)
	MeterBinder ztIntrospectionMeters(IssuerIntrospector introspector) {
		return IntrospectionMeters.of(introspector);
	}

	@Bean
	@ConditionalOnBean(RevocationStore.class)
	MeterBinder ztRevocationMeters(RevocationStore store) {
		return IntrospectionMeters.of(store);
	}

}
