package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.web.FilterChainProxy;

import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.web.AcceptedCredentials;
import io.zerotrust.spring.web.servlet.ServletGates;
import io.zerotrust.token.TrustedIssuers;

/**
 * Auto-configuration for what is verified before a servlet application serves, and for
 * what it says of itself.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtServletAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBean(ServletGates.class)
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtStartAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SecurityVersion ztSecurityVersion() {
		return SecurityVersion.running();
	}

	@Bean
	StartRules ztStartRules(ZtProperties properties, OAuth2ResourceServerProperties resourceServer,
			ConfigurableListableBeanFactory beans, Environment environment, SecurityVersion version) {
		return new StartRules(properties, resourceServer, beans, environment, version);
	}

	@Bean
	StartReport ztStartReport(ZtProperties properties, TrustedIssuers issuers, AcceptedCredentials credentials) {
		return new StartReport(properties, issuers, credentials);
	}

	@Bean
	StartAudit ztStartAudit(ServletGates gates, ZtProperties properties, ObjectProvider<FilterChainProxy> proxy,
			ObserveReport report, Environment environment, StartRules rules, StartReport start) {
		return new StartAudit(gates, properties, proxy, report, environment, rules, start);
	}

}
