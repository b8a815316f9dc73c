package io.zerotrust.spring.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.risk.OriginSource;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.observe.BaselineMeters;
import io.zerotrust.spring.observe.Metrics;
import io.zerotrust.spring.observe.OriginMeters;
import io.zerotrust.spring.observe.StateMeters;
import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.dpop.MemoryReplayStore;
import io.zerotrust.token.dpop.ProofVerifier;
import io.zerotrust.token.keys.remote.KeyFetching;

/**
 * Auto-configuration for metrics, where there is a registry for them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { ZtBaselineAutoConfiguration.class, ZtDecoderAutoConfiguration.class, ZtDpopAutoConfiguration.class,
				ZtKeyAutoConfiguration.class, ZtLimitAutoConfiguration.class, ZtOriginAutoConfiguration.class,
				ZtRiskAutoConfiguration.class, ZtStreamAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class ZtMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Metrics ztMetrics(MeterRegistry registry, ObjectProvider<RiskEngine> engine) {
		return new Metrics(registry,
				engine.stream().map(RiskEngine::settings).findFirst().orElse(RiskSettings.defaults()));
	}

	@Bean
	@ConditionalOnBean(Limits.class)
	MeterBinder ztLimitMeters(Limits limits) {
		return StateMeters.of(limits);
	}

	@Bean
	@ConditionalOnBean(LearnedRisk.class)
	MeterBinder ztLearnedRiskMeters(LearnedRisk learned) {
		return StateMeters.of(learned);
	}

	@Bean
	@ConditionalOnBean(OriginSource.class)
	MeterBinder ztOriginMeters(OriginSource origins) {
		return OriginMeters.of(origins);
	}

	@Bean
	@ConditionalOnBean(BaselineKeeper.class)
	MeterBinder ztBaselineMeters(BaselineKeeper keeper) {
		return BaselineMeters.of(keeper);
	}

	@Bean
	@ConditionalOnBean(KeyFetching.class)
	MeterBinder ztKeyMeters(KeyFetching fetching) {
		return StateMeters.of(fetching);
	}

	@Bean
	@ConditionalOnBean(ProofVerifier.class)
	MeterBinder ztProofMeters(ProofVerifier proofs) {
		return StateMeters.of(proofs.tally());
	}

	@Bean
	@ConditionalOnBean(MemoryReplayStore.class)
	MeterBinder ztReplayMeters(MemoryReplayStore replays) {
		return StateMeters.of(replays);
	}

	@Bean
	@ConditionalOnBean(VerifiedTokens.class)
	MeterBinder ztVerifiedTokenMeters(VerifiedTokens tokens) {
		return StateMeters.of(tokens);
	}

	@Bean
	@ConditionalOnBean(StreamWatch.class)
	MeterBinder ztStreamMeters(StreamWatch streams) {
		return StateMeters.of(streams.tally());
	}

	@Bean
	OutcomeListener ztOutcomeMeters(Metrics metrics) {
		return metrics.outcomes();
	}

}
