package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.spring.method.MappedMethods;
import io.zerotrust.spring.web.reactive.InvocationRefusals;
import io.zerotrust.spring.web.reactive.ReactiveGates;

/**
 * What rules at methods need to know of the requests of a WebFlux application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(type = "io.zerotrust.spring.web.reactive.ReactiveGates")
class ReactiveMethods {

	@Bean
	InvocationRefusals ztInvocationRefusals(ReactiveGates gates) {
		return gates.invocationRefusals();
	}

	@Bean
	MappedMethods ztMappedMethods(ReactiveGates gates) {
		return gates.inspection()::mappedMethods;
	}

}
