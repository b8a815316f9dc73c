package io.zerotrust.spring.web.servlet;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;

import io.zerotrust.access.EndpointPolicy;

/**
 * The handlers of Spring Boot without the Actuator.
 */
class BootHandlers implements SystemHandlers {

	private static final Set<String> MANAGEMENT_ERRORS = Set
		.of("org.springframework.boot.webmvc.autoconfigure.actuate.web.ManagementErrorEndpoint");

	@Override
	public boolean isErrorController(Class<?> type) {
		return ErrorController.class.isAssignableFrom(type) || MANAGEMENT_ERRORS.contains(type.getName());
	}

	@Override
	public boolean isActuator(Class<?> type) {
		return false;
	}

	@Override
	public EndpointPolicy actuatorPolicy(HttpServletRequest request) {
		return EndpointPolicy.uncovered();
	}

	@Override
	public EndpointPolicy actuatorPolicy(boolean health, boolean write) {
		return EndpointPolicy.uncovered();
	}

}
