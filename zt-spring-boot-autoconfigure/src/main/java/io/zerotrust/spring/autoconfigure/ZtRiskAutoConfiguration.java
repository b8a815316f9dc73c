package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.DeniedNetworkCheck;
import io.zerotrust.risk.ListedNetworkSignal;
import io.zerotrust.risk.MissingMfaSignal;
import io.zerotrust.risk.PostureCheck;
import io.zerotrust.risk.PostureSignal;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.TokenAgeSignal;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;
import io.zerotrust.spring.autoconfigure.RiskProperties.FailedPosture;

/**
 * Auto-configuration for the risk score, on facts and on what is learned. Signals of the
 * application join in as beans.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtRiskAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RiskSettings ztRiskSettings(ZtProperties properties) {
		return ScoreSettings.of(properties.risk());
	}

	@Bean
	@ConditionalOnMissingBean
	RiskEngine ztRiskEngine(ZtProperties properties, RiskSettings settings, ObjectProvider<RiskSignal> signals) {
		RiskProperties risk = properties.risk();
		List<RiskSignal> all = new ArrayList<>(List.of(new TokenAgeSignal(risk.freshToken()), new MissingMfaSignal(),
				new ListedNetworkSignal(Networks.of("zt.risk.suspicious-networks", risk.suspiciousNetworks())),
				new PostureSignal()));
		signals.orderedStream().forEach(all::add);
		ScoreSettings.verifyNames(settings, all);
		return new RiskEngine(settings, all, List.of());
	}

	@Bean
	@ConditionalOnMissingBean
	AsnLists ztAsnLists(ZtProperties properties) {
		return OriginSettings.lists(properties.risk().origin());
	}

	@Bean
	@ConditionalOnMissingBean
	Challenges ztRiskChallenges(ZtProperties properties) {
		return new Challenges(properties.risk().stepUpAcr());
	}

	@Bean
	@ConditionalOnMissingBean
	RiskCheck ztRiskCheck(RiskEngine engine, Challenges challenges) {
		return new RiskCheck(engine, challenges);
	}

	@Bean
	PlacedChecks ztRiskChecks(ZtProperties properties, RiskCheck riskCheck) {
		boolean denies = properties.risk().postureFailed() == FailedPosture.DENY;
		return PlacedChecks.of(Place.SURROUNDINGS, List.of(new PostureCheck(denies), riskCheck));
	}

	@Bean
	@ConditionalOnMissingBean
	PseudonymKeys ztPseudonymKeys(ZtProperties properties) {
		return new BaselineSettings(properties.risk()).keys(new SecureRandom());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "zt.risk.learning", matchIfMissing = true)
	LearnedRisk ztLearnedRisk(ZtProperties properties, Challenges challenges, RiskSettings settings, AsnLists networks,
			PseudonymKeys keys) {
		return new LearnedRisk(challenges, settings, LearningSettings.bounds(properties.risk(), networks), keys);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "zt.risk.learning", matchIfMissing = true)
	PlacedChecks ztLearnedRiskChecks(ZtProperties properties, RiskEngine engine, LearnedRisk learnedRisk,
			Challenges challenges) {
		return PlacedChecks.of(Place.SURROUNDINGS, List.of(RiskCheck.learned(engine.with(learnedRisk), challenges,
				LearningSettings.trial(properties, learnedRisk))));
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "zt.risk.learning", matchIfMissing = true)
	AuditSink ztLearnedRiskAttempts(LearnedRisk learnedRisk) {
		return learnedRisk::attempted;
	}

	@Bean
	PlacedChecks ztNetworkChecks(DeniedNetworkCheck networkCheck) {
		return PlacedChecks.of(Place.ARRIVAL, List.of(networkCheck));
	}

	@Bean
	@ConditionalOnMissingBean
	DeniedNetworkCheck ztDeniedNetworkCheck(ZtProperties properties) {
		return new DeniedNetworkCheck(Networks.of("zt.risk.denied-networks", properties.risk().deniedNetworks()));
	}

}
