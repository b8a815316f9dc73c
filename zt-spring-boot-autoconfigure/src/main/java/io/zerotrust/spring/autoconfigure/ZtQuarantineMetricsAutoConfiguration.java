package io.zerotrust.spring.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.spring.observe.QuarantineMeters;

/**
 * Auto-configuration for metrics of quarantines.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtQuarantineAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, Quarantine.class })
public final class ZtQuarantineMetricsAutoConfiguration {

	@Bean
	MeterBinder ztQuarantineMeters(Quarantine quarantine) {
		return QuarantineMeters.of(quarantine);
	}

}
