package io.zerotrust.spring.journey;

import java.util.List;

/**
 * Where the handlers of an application are reached. What holds at the root holds in every
 * other place.
 */
enum Placement {

	/**
	 * At the root of the application's port.
	 */
	ROOT("", ""),

	/**
	 * Under the path of the dispatcher servlet.
	 */
	SERVLET_PATH("", "/app", "spring.mvc.servlet.path=/app"),

	/**
	 * Under the path of the application.
	 */
	CONTEXT_PATH("/ctx", "/ctx", "server.servlet.context-path=/ctx"),

	/**
	 * Under both.
	 */
	CONTEXT_AND_SERVLET_PATH("/ctx", "/ctx/app", "server.servlet.context-path=/ctx", "spring.mvc.servlet.path=/app"),

	/**
	 * In the context of a management port of its own.
	 */
	MANAGEMENT_PORT("", "", "management.server.port=0"),

	/**
	 * The same, while the application's port has paths before its own.
	 */
	MANAGEMENT_PORT_WITH_BASE_PATH("/manage", "/manage", "management.server.port=0",
			"management.server.base-path=/manage", "spring.mvc.servlet.path=/app", "server.servlet.context-path=/ctx");

	private final String context;

	private final String mvc;

	private final List<String> properties;

	Placement(String context, String mvc, String... properties) {
		this.context = context;
		this.mvc = mvc;
		this.properties = List.of(properties);
	}

	/**
	 * What stands before the paths of the container's servlets.
	 */
	String context() {
		return this.context;
	}

	/**
	 * What stands before the paths of handlers.
	 */
	String mvc() {
		return this.mvc;
	}

	/**
	 * What stands before the paths of handlers within the application.
	 */
	String servlet() {
		return this.mvc.substring(this.context.length());
	}

	/**
	 * Whether this is a management port of its own.
	 */
	boolean isOwnPort() {
		return name().startsWith("MANAGEMENT_PORT");
	}

	List<String> properties() {
		return this.properties;
	}

}
