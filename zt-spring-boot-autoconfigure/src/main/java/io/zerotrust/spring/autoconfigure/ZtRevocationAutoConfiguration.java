package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.revocation.InMemoryRevocations;
import io.zerotrust.token.revocation.RevocationCheck;
import io.zerotrust.token.revocation.RevocationListener;
import io.zerotrust.token.revocation.RevocationStore;

/**
 * Auto-configuration for tokens that end before their time.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtTokenAutoConfiguration.class, before = ZtCoreAutoConfiguration.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtRevocationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RevocationStore ztRevocations(ZtProperties properties, TrustedIssuers issuers, ObjectProvider<Clock> clock,
			ObjectProvider<RevocationListener> listeners) {
		// asked for at the first revocation, since a listener may itself need the store
		return new InMemoryRevocations(properties.token().revocation().verifiedCapacity(), issuers,
				clock.getIfUnique(Clock::systemUTC),
				List.of((revocation) -> listeners.orderedStream().forEach((listener) -> listener.revoked(revocation))));
	}

	@Bean
	PlacedChecks ztRevocationChecks(RevocationStore store) {
		return PlacedChecks.of(Place.PROOF, List.of(new RevocationCheck(store)));
	}

}
