package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.spring.actuate.QuarantineEndpoint;
import io.zerotrust.spring.actuate.QuarantineOperations;
import io.zerotrust.token.TrustedIssuers;

/**
 * Auto-configuration for the Actuator endpoint by which operators list, impose and lift
 * quarantines. Nothing of it exists unless the endpoint is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtQuarantineAutoConfiguration.class, ZtActuatorAutoConfiguration.class })
@ConditionalOnClass({ WebEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(endpoint = QuarantineEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean(Quarantine.class)
public final class ZtQuarantineEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	QuarantineEndpoint ztQuarantineEndpoint(Quarantine quarantine, TrustedIssuers issuers,
			ObjectProvider<RecentDecisions> decisions, ObjectProvider<Clock> clock) {
		RecentDecisions recent = decisions.getIfUnique();
		Function<String, @Nullable Evaluation> known = (id) -> (recent != null) ? recent.find(id).orElse(null) : null;
		return new QuarantineEndpoint(new QuarantineOperations(quarantine,
				(issuer) -> issuers.all().stream().anyMatch((trusted) -> trusted.issuer().equals(issuer)), known,
				clock.getIfUnique(Clock::systemUTC)));
	}

}
