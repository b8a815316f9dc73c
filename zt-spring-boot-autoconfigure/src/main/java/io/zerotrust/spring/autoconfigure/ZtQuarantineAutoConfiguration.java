package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.DecisionIds;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineCheck;
import io.zerotrust.risk.quarantine.QuarantineListener;
import io.zerotrust.risk.quarantine.QuarantineWatch;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;

/**
 * Auto-configuration for tokens that are shut out where they were misused. Its check
 * comes after all others about the token.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { ZtTokenAutoConfiguration.class, ZtRevocationAutoConfiguration.class, ZtDpopAutoConfiguration.class,
				ZtRiskAutoConfiguration.class, ZtIntrospectionAutoConfiguration.class },
		before = ZtCoreAutoConfiguration.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtQuarantineAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Quarantine ztQuarantine(ZtProperties properties, DecisionIds ids, ObjectProvider<QuarantineListener> listeners,
			ApplicationEventPublisher events) {
		// asked for at the first change, since a listener may itself need the quarantine
		return new Quarantine(properties.risk().quarantine().rules(), ids, List.of(events::publishEvent,
				(event) -> listeners.orderedStream().forEach((listener) -> listener.changed(event))));
	}

	@Bean
	PlacedChecks ztQuarantineChecks(Quarantine quarantine, Challenges challenges) {
		return PlacedChecks.of(Place.PROOF, List.of(new QuarantineCheck(quarantine, challenges)));
	}

	@Bean
	AuditSink ztQuarantineSink(Quarantine quarantine, Challenges challenges) {
		QuarantineWatch watch = new QuarantineWatch(quarantine, challenges);
		return watch::accept;
	}

}
