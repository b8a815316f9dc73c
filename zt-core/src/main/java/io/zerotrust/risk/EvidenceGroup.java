package io.zerotrust.risk;

/**
 * What a signal speaks of. Each group is clipped on its own, so that no amount of one
 * kind of evidence outweighs the rest.
 *
 * @since 0.1.0
 */
public enum EvidenceGroup {

	/**
	 * Where the request comes from and with what.
	 */
	CONTEXT(8),

	/**
	 * Whether the session and its token still look like themselves.
	 */
	SESSION(8),

	/**
	 * How much the principal does.
	 */
	VOLUME(9),

	/**
	 * What the principal does, and whether it is the principal's to do.
	 */
	AUTHORISATION(14);

	private final double cap;

	EvidenceGroup(double cap) {
		this.cap = cap;
	}

	double clip(double nats) {
		return Math.max(0, Math.min(this.cap, nats));
	}

}
