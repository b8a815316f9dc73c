package io.zerotrust.spring.web.endpoint;

import java.util.Set;
import java.util.function.Predicate;

import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.EndpointPolicy;

/**
 * The handlers of Spring Boot without the Actuator.
 *
 * @since 0.1.0
 */
public final class BootHandlers implements SystemHandlers {

	private final Predicate<Class<?>> errorControllers;

	/**
	 * @param errorControllers tells error controllers by their type
	 */
	public BootHandlers(Predicate<Class<?>> errorControllers) {
		this.errorControllers = errorControllers;
	}

	@Override
	public boolean isErrorController(Class<?> type) {
		return this.errorControllers.test(type);
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
