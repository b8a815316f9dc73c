package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What is verified of the reactive stack before it serves.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(type = "io.zerotrust.spring.web.reactive.ReactiveGates")
class ReactiveStart {

	@Bean
	StackRules ztReactiveStackRules(ConfigurableListableBeanFactory beans, Environment environment) {
		return new ReactiveRules(beans, environment);
	}

}
