package io.zerotrust.spring.autoconfigure;

import java.util.List;

import io.zerotrust.posture.Endpoint;

/**
 * Handlers are mapped that nobody ruled on, or whose rules conflict.
 */
@SuppressWarnings("serial")
final class UncoveredHandlersException extends IllegalStateException {

	private final transient List<Endpoint> endpoints;

	private final String pasted;

	/**
	 * Create the exception.
	 * @param endpoints the endpoints without a rule
	 * @param ownPackages the packages of the application; empty if they are not known
	 */
	UncoveredHandlersException(List<Endpoint> endpoints, List<String> ownPackages) {
		this(endpoints, new PastedRules(ownPackages).describe(endpoints));
	}

	private UncoveredHandlersException(List<Endpoint> endpoints, String pasted) {
		super(endpoints.size() + " handlers without a rule:" + System.lineSeparator() + pasted);
		this.endpoints = List.copyOf(endpoints);
		this.pasted = pasted;
	}

	/**
	 * What an author could paste for each.
	 */
	String pasted() {
		return this.pasted;
	}

	List<Endpoint> endpoints() {
		return this.endpoints;
	}

}
