package io.zerotrust.access;

/**
 * What the subject wants to reach.
 *
 * @param type the kind of resource, {@code endpoint} for example
 * @param id the name of the resource within its kind, the pattern of an endpoint for
 * example; never a path sent by a caller
 * @param policy what the resource demands
 * @since 0.1.0
 */
public record Resource(String type, String id, EndpointPolicy policy) {

	private static final Resource UNRESOLVED = new Resource("unresolved", "", EndpointPolicy.uncovered());

	/**
	 * Return the resource of a request whose handler is not known yet.
	 * @return the unresolved resource
	 */
	public static Resource unresolved() {
		return UNRESOLVED;
	}

	/**
	 * Return an endpoint.
	 * @param id the pattern of the endpoint
	 * @param policy what it demands
	 * @return the resource
	 */
	public static Resource endpoint(String id, EndpointPolicy policy) {
		return new Resource("endpoint", id, policy);
	}

}
