package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What is verified of the servlet stack before it serves.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(type = "io.zerotrust.spring.web.servlet.ServletGates")
class ServletStart {

	@Bean
	StackRules ztStackRules(ConfigurableListableBeanFactory beans, Environment environment) {
		return new ServletRules(beans, environment);
	}

}
