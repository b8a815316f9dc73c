package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.actuate.OriginHealthIndicator;

/**
 * Auto-configuration for what health says about databases of addresses.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtOriginAutoConfiguration.class,
		beforeName = "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(name = "ztOriginSource")
@ConditionalOnEnabledHealthIndicator("zt-origin")
@Conditional(ZtOriginHealthAutoConfiguration.OnDatabase.class)
public final class ZtOriginHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "ztOriginHealthIndicator")
	OriginHealthIndicator ztOriginHealthIndicator(OriginSource origins) {
		return new OriginHealthIndicator(origins);
	}

	/**
	 * Matches when there is a database.
	 */
	static final class OnDatabase extends AnyNestedCondition {

		OnDatabase() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty(OriginSettings.ASN)
		static final class Asn {

		}

		@ConditionalOnProperty(OriginSettings.LOCATION)
		static final class Location {

		}

	}

}
