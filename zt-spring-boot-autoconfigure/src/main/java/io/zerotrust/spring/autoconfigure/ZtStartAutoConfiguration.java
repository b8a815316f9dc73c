package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.web.AcceptedCredentials;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.token.TrustedIssuers;

/**
 * Auto-configuration for what is verified before a web application serves, and for what
 * it says of itself.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtServletAutoConfiguration.class, ZtReactiveAutoConfiguration.class })
@ConditionalOnBean(Inspection.class)
@Import({ ServletStart.class, ReactiveStart.class })
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtStartAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SecurityVersion ztSecurityVersion() {
		return SecurityVersion.running();
	}

	@Bean
	StartRules ztStartRules(ZtProperties properties, OAuth2ResourceServerProperties resourceServer,
			ConfigurableListableBeanFactory beans, Environment environment, SecurityVersion version, StackRules stack) {
		return new StartRules(properties, resourceServer, beans, environment, version, stack);
	}

	@Bean
	StartReport ztStartReport(ZtProperties properties, TrustedIssuers issuers, AcceptedCredentials credentials) {
		return new StartReport(properties, issuers, credentials);
	}

	@Bean
	StartAudit ztStartAudit(Inspection inspection, ZtProperties properties, ObserveReport report,
			Environment environment, StartRules rules, StartReport start) {
		return new StartAudit(inspection, properties, report, environment, rules, start);
	}

}
