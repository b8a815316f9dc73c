package io.zerotrust.spring.web.endpoint;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;

/**
 * What a request leads to, and what that demands.
 *
 * @param kind what kind of handler it is
 * @param key tells handlers apart
 * @param id the endpoint for humans: its pattern, or its name; never the caller's path
 * @param policy what it demands
 * @since 0.1.0
 */
public record Target(HandlerKind kind, Object key, String id, EndpointPolicy policy) {

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
