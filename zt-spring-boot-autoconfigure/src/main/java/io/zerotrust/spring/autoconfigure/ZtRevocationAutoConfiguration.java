package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;
import io.zerotrust.spring.token.VerifiedTokens;
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
@AutoConfiguration(after = { ZtTokenAutoConfiguration.class, ZtDecoderAutoConfiguration.class },
		before = ZtCoreAutoConfiguration.class)
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

	@Bean
	@ConditionalOnBean(VerifiedTokens.class)
	RevocationListener ztRevokedTokens(VerifiedTokens tokens, TrustedIssuers issuers) {
		return (revocation) -> {
			ClaimLayout layout = issuers.layoutOf(revocation.issuer());
			tokens.dropIf((claims) -> revocation
				.covers(layout.subject(new Credential(CredentialKind.JWT, Claims.none(), claims, layout), Set.of())));
		};
	}

}
