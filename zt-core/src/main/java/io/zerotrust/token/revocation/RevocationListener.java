package io.zerotrust.token.revocation;

/**
 * Is told of revocations, so that what was remembered of such tokens can be dropped.
 *
 * @since 0.1.0
 */
public interface RevocationListener {

	/**
	 * Tokens were revoked. Called after the store holds it.
	 * @param revocation what is held now
	 */
	void revoked(Revocation revocation);

}
