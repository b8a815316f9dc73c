package io.zerotrust.spring.web.reactive;

import java.util.Set;

import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * The handlers of Spring Boot without the Actuator. Errors are answered by an exception
 * handler, which is none.
 */
class BootHandlers implements SystemHandlers {

	@Override
	public boolean isErrorController(Class<?> type) {
		return false;
	}

	@Override
	public boolean isActuator(Class<?> type) {
		return false;
	}

	@Override
	public Operation operation(HandlerMethod handler, ApplicationContext context) {
		return new Operation("no Actuator", EndpointPolicy.uncovered());
	}

	@Override
	public Set<String> endpoints(ApplicationContext context) {
		return Set.of();
	}

}
