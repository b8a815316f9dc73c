package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.web.Schemes;
import io.zerotrust.token.dpop.MemoryReplayStore;
import io.zerotrust.token.dpop.ProofRules;
import io.zerotrust.token.dpop.ProofVerifier;
import io.zerotrust.token.dpop.ReplayStore;
import io.zerotrust.token.jose.Signatures;

/**
 * Auto-configuration for proofs of possession (RFC 9449).
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtSignatureAutoConfiguration.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtDpopAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ReplayStore.class)
	MemoryReplayStore ztReplayStore(ZtProperties properties) {
		DpopSettings settings = new DpopSettings(properties);
		return new MemoryReplayStore(settings.replayCapacity(), settings.rules().lifetime());
	}

	@Bean
	@ConditionalOnMissingBean
	ProofVerifier ztProofVerifier(ZtProperties properties, ReplayStore replays, Signatures signatures) {
		ProofRules rules = new DpopSettings(properties).rules();
		return new ProofVerifier(rules, signatures, replays);
	}

	@Bean
	@ConditionalOnMissingBean
	Schemes ztSchemes(ZtProperties properties) {
		return new DpopSettings(properties).schemes();
	}

}
