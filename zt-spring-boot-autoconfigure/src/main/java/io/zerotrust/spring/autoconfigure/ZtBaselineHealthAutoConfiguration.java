package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.spring.actuate.BaselinesHealthIndicator;

/**
 * Auto-configuration for what health says about what is kept of baselines.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtBaselineAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(BaselineKeeper.class)
public final class ZtBaselineHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "ztBaselinesHealthIndicator")
	@ConditionalOnEnabledHealthIndicator("zt-baselines")
	BaselinesHealthIndicator ztBaselinesHealthIndicator(BaselineKeeper keeper) {
		return new BaselinesHealthIndicator(keeper);
	}

}
