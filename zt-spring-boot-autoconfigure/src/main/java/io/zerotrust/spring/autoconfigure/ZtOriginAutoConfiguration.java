package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

import io.zerotrust.risk.OriginSource;

/**
 * Auto-configuration for where addresses lie. Left out of slices of tests.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtOriginAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OriginSource ztOriginSource(ZtProperties properties, ResourceLoader resources, ObjectProvider<Clock> clock) {
		return OriginSettings.source(properties.risk().origin(), resources.getClassLoader(),
				clock.getIfUnique(Clock::systemUTC));
	}

}
