package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;

import io.zerotrust.access.EndpointPolicy;

/**
 * Handlers of Spring Boot that have rules of their own.
 */
interface SystemHandlers {

	/**
	 * Whether a type is Boot's, or the application's, error controller.
	 */
	boolean isErrorController(Class<?> type);

	/**
	 * Whether a type serves Actuator endpoints.
	 */
	boolean isActuator(Class<?> type);

	/**
	 * Return what the Actuator endpoint demands that a request leads to.
	 */
	EndpointPolicy actuatorPolicy(HttpServletRequest request);

	/**
	 * Return what an Actuator endpoint demands.
	 * @param health whether it tells the health status
	 * @param write whether it changes something
	 */
	EndpointPolicy actuatorPolicy(boolean health, boolean write);

}
