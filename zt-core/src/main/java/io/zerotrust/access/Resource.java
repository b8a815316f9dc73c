package io.zerotrust.access;

import java.util.List;

/**
 * What the subject wants to reach.
 *
 * @param type the kind of resource, {@code endpoint} for example
 * @param id the name of the resource within its kind, the pattern of an endpoint for
 * example; never a path sent by a caller
 * @param policy what the resource demands
 * @param objects the objects the path names; empty if it names none
 * @since 0.1.0
 */
public record Resource(String type, String id, EndpointPolicy policy, List<TouchedObject> objects) {

	private static final Resource UNRESOLVED = new Resource("unresolved", "", EndpointPolicy.uncovered());

	public Resource {
		objects = List.copyOf(objects);
	}

	/**
	 * Create a resource whose path names no objects.
	 * @param type the kind of resource
	 * @param id the name of the resource within its kind
	 * @param policy what the resource demands
	 */
	public Resource(String type, String id, EndpointPolicy policy) {
		this(type, id, policy, List.of());
	}

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

	/**
	 * Return the same resource with the objects a request is about.
	 * @param objects the objects the path names
	 * @return the changed resource
	 */
	public Resource about(List<TouchedObject> objects) {
		return new Resource(this.type, this.id, this.policy, objects);
	}

}
