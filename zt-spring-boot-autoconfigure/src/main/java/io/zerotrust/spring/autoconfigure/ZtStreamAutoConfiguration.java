package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.spring.web.stream.StreamSettings;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;

/**
 * Auto-configuration for responses that stay open, on both web stacks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtCoreAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(DecisionPoint.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtStreamAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	StreamWatch ztStreamWatch(DecisionPoint decisionPoint, ObjectProvider<Instrumentation> instrumentation,
			ObjectProvider<Clock> clock, ZtProperties properties, TrustedIssuers issuers) {
		Map<String, Duration> skews = new HashMap<>();
		for (TrustedIssuer issuer : issuers.all()) {
			skews.put(issuer.issuer(), issuer.clockSkew());
		}
		return new StreamWatch(Instrumentation.all(instrumentation.orderedStream()).instrument(decisionPoint),
				clock.getIfUnique(Clock::systemUTC), new StreamSettings(properties.mode(),
						properties.streams().period(), (issuer) -> skews.getOrDefault(issuer, Duration.ZERO)));
	}

}
