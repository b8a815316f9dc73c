package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

import io.zerotrust.spring.method.MappedMethods;
import io.zerotrust.spring.method.Surroundings;
import io.zerotrust.spring.web.servlet.ServletGates;

/**
 * Lets guarded methods know of the servlet request they serve, and lets its caller get
 * their refusals.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(type = "io.zerotrust.spring.web.servlet.ServletGates")
class ServletMethods {

	@Bean
	HandlerExceptionResolver ztInvocationRefusals(ServletGates gates) {
		return gates.invocationRefusals();
	}

	@Bean
	Surroundings ztSurroundings(ServletGates gates) {
		return gates.surroundings();
	}

	@Bean
	MappedMethods ztMappedMethods(ServletGates gates) {
		return gates.inspection()::mappedMethods;
	}

}
