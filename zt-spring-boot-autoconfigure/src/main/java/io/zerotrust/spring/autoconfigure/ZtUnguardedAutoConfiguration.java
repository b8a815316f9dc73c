package io.zerotrust.spring.autoconfigure;

import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.endpoint.Inspection;

/**
 * Auto-configuration for web applications whose stack is not guarded, Jersey for example:
 * they do not start under the impression that it is.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtServletAutoConfiguration.class, ZtReactiveAutoConfiguration.class })
@ConditionalOnWebApplication
@ConditionalOnMissingBean(Inspection.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtUnguardedAutoConfiguration {

	@Bean
	InitializingBean ztStackIsNotGuarded(ZtProperties properties) {
		MisconfigurationException problem = new MisconfigurationException(
				"This is a web application without Spring MVC and WebFlux, and zt guards these two only.",
				"Add spring-boot-starter-webmvc or spring-boot-starter-webflux, or remove zt-spring-boot-starter.");
		return () -> {
			if (properties.mode() == Mode.ENFORCE) {
				throw problem;
			}
			LogFactory.getLog(ZtUnguardedAutoConfiguration.class)
				.warn("zt would not start: " + problem.getMessage() + " " + problem.action());
		};
	}

}
