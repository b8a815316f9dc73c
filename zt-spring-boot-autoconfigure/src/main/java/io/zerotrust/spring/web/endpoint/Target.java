package io.zerotrust.spring.web.endpoint;

import java.util.List;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.TouchedObject;

/**
 * What a request leads to, and what that demands.
 *
 * @param kind what kind of handler it is
 * @param key tells handlers apart
 * @param id the endpoint for humans: its pattern, or its name; never the caller's path
 * @param policy what it demands
 * @param objects the objects its path names; empty if it names none
 * @since 0.1.0
 */
public record Target(HandlerKind kind, Object key, String id, EndpointPolicy policy, List<TouchedObject> objects) {

	/**
	 * Create a target whose path names no objects.
	 * @param kind what kind of handler it is
	 * @param key tells handlers apart
	 * @param id the endpoint for humans
	 * @param policy what it demands
	 */
	public Target(HandlerKind kind, Object key, String id, EndpointPolicy policy) {
		this(kind, key, id, policy, List.of());
	}

	/**
	 * Return the same target with the objects a request is about.
	 * @param objects the objects its path names
	 * @return the changed target
	 */
	public Target about(List<TouchedObject> objects) {
		return objects.isEmpty() ? this : new Target(this.kind, this.key, this.id, this.policy, objects);
	}

	/**
	 * Whether nothing is here for anybody: no handler, or a resource nobody ruled on.
	 */
	public boolean isNothing() {
		return (this.kind == HandlerKind.NONE || this.kind == HandlerKind.RESOURCES)
				&& this.policy.admission() == Admission.ABSENT;
	}

	/**
	 * Whether somebody ruled on who may call what is here.
	 */
	public boolean isRuled() {
		Admission admission = this.policy.admission();
		return this.kind != HandlerKind.OPTIONS
				&& (admission == Admission.RULED || admission == Admission.AUTHENTICATED);
	}

	public boolean leadsTo(Target other) {
		return this.kind == other.kind && this.key.equals(other.key) && this.policy.equals(other.policy);
	}

}
