package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;
import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;

/**
 * Auto-configuration for what risk learns about principals. It is observed until the
 * operator says otherwise.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtRiskAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "zt.risk.learning", matchIfMissing = true)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtLearnedRiskAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LearnedRisk ztLearnedRisk(ZtProperties properties, Challenges challenges) {
		return LearningSettings.memory(properties.risk(), challenges, new SecureRandom());
	}

	@Bean
	PlacedChecks ztLearnedRiskChecks(RiskEngine engine, LearnedRisk learnedRisk, Challenges challenges) {
		RiskCheck check = RiskCheck.learned(engine.with(learnedRisk), challenges);
		return new PlacedChecks(Place.SURROUNDINGS, List.of(check), List.of(check.name()));
	}

}
