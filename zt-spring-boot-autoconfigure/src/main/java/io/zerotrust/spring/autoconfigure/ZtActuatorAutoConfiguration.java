package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.actuate.RevocationOperations;
import io.zerotrust.spring.actuate.ZerotrustEndpoint;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.token.revocation.RevocationStore;

/**
 * Auto-configuration for the Actuator endpoint that explains decisions, policy and
 * posture. Nothing of it exists unless the endpoint is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtCoreAutoConfiguration.class, ZtServletAutoConfiguration.class,
		ZtReactiveAutoConfiguration.class, ZtRevocationAutoConfiguration.class })
@ConditionalOnClass({ WebEndpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(endpoint = ZerotrustEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean(Inspection.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtActuatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RecentDecisions ztRecentDecisions(ZtProperties properties) {
		return properties.audit().recent().decisions();
	}

	@Bean
	@ConditionalOnMissingBean
	ZerotrustEndpoint ztZerotrustEndpoint(ZtProperties properties, RecentDecisions decisions, Inspection inspection,
			ObjectProvider<GatePipelines> pipelines, ObserveReport report, RevocationStore revocations,
			ObjectProvider<Clock> clock) {
		return new ZerotrustEndpoint(properties.mode(), decisions, inspection::inventory,
				pipelines.stream().findFirst().map(GatePipelines::steps).orElse(Map.of()), report,
				new RevocationOperations(revocations, clock.getIfUnique(Clock::systemUTC)));
	}

}
