package io.zerotrust.spring.web.servlet;

import java.util.Set;

import org.springframework.boot.webmvc.error.ErrorController;

/**
 * Tells controllers that answer error dispatches.
 */
final class ErrorControllers {

	private static final Set<String> MANAGEMENT_ERRORS = Set
		.of("org.springframework.boot.webmvc.autoconfigure.actuate.web.ManagementErrorEndpoint");

	private ErrorControllers() {
	}

	static boolean isOne(Class<?> type) {
		return ErrorController.class.isAssignableFrom(type) || MANAGEMENT_ERRORS.contains(type.getName());
	}

}
