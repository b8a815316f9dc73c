package io.zerotrust.token;

import java.util.Objects;

/**
 * Whether tokens may or must be bound to a key of the caller.
 *
 * @param dpop to a key that signs a proof for each request (RFC 9449)
 * @param mtls to the client certificate of the connection (RFC 8705)
 * @since 0.1.0
 */
public record Binding(Demand dpop, Demand mtls) {

	private static final Binding ACCEPTED = new Binding(Demand.ACCEPTED, Demand.ACCEPTED);

	public Binding {
		Objects.requireNonNull(dpop, "dpop");
		Objects.requireNonNull(mtls, "mtls");
	}

	/**
	 * Return the rule by which bound tokens must be proven and others do.
	 * @return both are accepted
	 */
	public static Binding accepted() {
		return ACCEPTED;
	}

	/**
	 * What is demanded of tokens. A bound token is never taken as an unbound one.
	 */
	public enum Demand {

		/**
		 * Tokens bound this way are refused.
		 */
		OFF,

		/**
		 * Tokens bound this way must be proven; others do too.
		 */
		ACCEPTED,

		/**
		 * Only tokens bound this way do. Where both ways are required, either does.
		 */
		REQUIRED

	}

}
