package io.zerotrust.spring.web.endpoint;

import java.util.Set;

import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.EndpointPolicy;

/**
 * Handlers of Spring Boot that have rules of their own.
 *
 * @since 0.1.0
 */
public interface SystemHandlers {

	/**
	 * Whether a type is Boot's, or the application's, error controller.
	 */
	boolean isErrorController(Class<?> type);

	/**
	 * Whether a type serves Actuator endpoints.
	 */
	boolean isActuator(Class<?> type);

	/**
	 * Return the operation that a handler of the Actuator runs.
	 * @param handler the handler
	 * @param context the context whose mappings have it
	 * @return the operation, one that refuses everybody if it is not known
	 */
	Operation operation(HandlerMethod handler, ApplicationContext context);

	/**
	 * Return the ids of the Actuator endpoints that can be reached over HTTP.
	 * @param context the application
	 */
	Set<String> endpoints(ApplicationContext context);

	/**
	 * What a handler of the Actuator runs.
	 *
	 * @param name the endpoint, for operators
	 * @param policy what it demands
	 */
	record Operation(String name, EndpointPolicy policy) {

	}

}
