package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.web.reactive.ReactiveGates;

/**
 * Keeps the handlers of a WebFlux application away from a management port of its own. The
 * filters and the guard are inherited.
 *
 * @since 0.1.0
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBean(ReactiveGates.class)
@ConditionalOnEnforcing
public final class ZtReactiveManagementContextConfiguration {

	@Bean
	static BeanPostProcessor ztManagementHandlers(ApplicationContext management) {
		return ReactiveGates.managementHandlers(management);
	}

}
