package io.zerotrust.spring.autoconfigure;

import java.util.List;

import io.zerotrust.posture.Endpoint;

/**
 * Handlers are mapped that nobody ruled on, or whose rules conflict.
 */
@SuppressWarnings("serial")
final class UncoveredHandlersException extends IllegalStateException {

	private final transient List<Endpoint> endpoints;

	UncoveredHandlersException(List<Endpoint> endpoints) {
		super(endpoints.size() + " handlers without a rule");
		this.endpoints = List.copyOf(endpoints);
	}

	List<Endpoint> endpoints() {
		return this.endpoints;
	}

}
