package io.zerotrust.spring.autoconfigure;

import java.util.List;

import io.zerotrust.posture.Endpoint;

/**
 * Handlers are mapped that nobody ruled on, or whose rules conflict.
 */
@SuppressWarnings("serial")
final class UncoveredHandlersException extends IllegalStateException {

	private final transient List<Endpoint> endpoints;

	private final transient List<String> ownPackages;

	/**
	 * Create the exception.
	 * @param endpoints the endpoints without a rule
	 * @param ownPackages the packages of the application; empty if they are not known
	 */
	UncoveredHandlersException(List<Endpoint> endpoints, List<String> ownPackages) {
		super(endpoints.size() + " handlers without a rule");
		this.endpoints = List.copyOf(endpoints);
		this.ownPackages = List.copyOf(ownPackages);
	}

	List<String> ownPackages() {
		return this.ownPackages;
	}

	List<Endpoint> endpoints() {
		return this.endpoints;
	}

}
