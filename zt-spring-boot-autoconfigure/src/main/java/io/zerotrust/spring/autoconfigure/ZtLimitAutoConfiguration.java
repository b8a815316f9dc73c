package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;

/**
 * Auto-configuration for limits: of addresses on arrival, behind the blocked networks,
 * and of subjects once they are proven.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtRiskAutoConfiguration.class, before = ZtCoreAutoConfiguration.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtLimitAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Limits ztLimits(ZtProperties properties, ObjectProvider<Clock> clock) {
		LimitSettings settings = new LimitSettings(properties.limits());
		return new Limits(settings.rules(), settings.trackedCallers(), clock.getIfUnique(Clock::systemUTC),
				new SecureRandom());
	}

	@Bean
	PlacedChecks ztAddressLimitChecks(Limits limits) {
		return PlacedChecks.of(Place.ARRIVAL, List.of(limits.addressCheck()));
	}

	@Bean
	PlacedChecks ztSubjectLimitChecks(Limits limits) {
		return PlacedChecks.of(Place.PACE, List.of(limits.subjectCheck()));
	}

	@Bean
	OutcomeListener ztFailureCount(Limits limits) {
		return limits.failureCount();
	}

}
