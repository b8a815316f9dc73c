package io.zerotrust.risk.learned;

/**
 * Who asks, as 128 bits of a keyed hash of issuer, subject, client and actors. Who acts
 * for a user is somebody else than the user.
 *
 * @param high the first half
 * @param low the second half
 */
record PrincipalKey(long high, long low) {

	private static final int SHORT = 0xffffff;

	/**
	 * Return 24 bits of it.
	 */
	int claimant() {
		return (int) this.low & SHORT;
	}

	@Override
	public int hashCode() {
		return (int) this.high;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PrincipalKey key && key.high == this.high && key.low == this.low;
	}

}
