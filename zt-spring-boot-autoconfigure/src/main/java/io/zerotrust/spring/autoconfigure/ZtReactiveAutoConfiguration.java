package io.zerotrust.spring.autoconfigure;

import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.zerotrust.check.Mode;

/**
 * Auto-configuration for WebFlux applications, which are not guarded yet: they do not
 * start under the impression that they are.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtReactiveAutoConfiguration {

	@Bean
	InitializingBean ztReactiveIsNotGuarded(ZtProperties properties) {
		MisconfigurationException problem = new MisconfigurationException(
				"This is a WebFlux application, and zt guards servlet applications only.",
				"Use spring-boot-starter-webmvc, or remove zt-spring-boot-starter.");
		return () -> {
			if (properties.mode() == Mode.ENFORCE) {
				throw problem;
			}
			LogFactory.getLog(ZtReactiveAutoConfiguration.class).warn("zt would not start: " + problem.getMessage());
		};
	}

}
