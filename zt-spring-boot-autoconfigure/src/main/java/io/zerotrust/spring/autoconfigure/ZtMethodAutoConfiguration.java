package io.zerotrust.spring.autoconfigure;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

import io.zerotrust.spring.method.MethodGates;

/**
 * Auto-configuration for rules at methods of service beans, with or without a web stack.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { ZtCoreAutoConfiguration.class, ZtServletAutoConfiguration.class, ZtReactiveAutoConfiguration.class })
@ConditionalOnClass(Advisor.class)
@Import({ ProxyRegistrar.class, ServletMethods.class, ReactiveMethods.class })
public final class ZtMethodAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static MethodGates ztMethodGates(ConfigurableListableBeanFactory beans, Environment environment) {
		return new MethodGates(beans, ConditionalOnEnforcing.OnEnforcing.mode(environment));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor ztMethodAdvisor(MethodGates gates) {
		return gates.advisor();
	}

	@Bean
	MethodStartAudit ztMethodStartAudit(MethodGates gates, Environment environment) {
		return new MethodStartAudit(gates, ConditionalOnEnforcing.OnEnforcing.mode(environment));
	}

}
