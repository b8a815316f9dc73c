package io.zerotrust.token.revocation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.revocation.Revocation.Kind;

/**
 * Remembers revocations. Applications revoke here too, when somebody logs out for
 * example.
 * <p>
 * {@link #find} is called several times with every request and never waits. A store that
 * several instances share answers it from a copy of its own, which it keeps up to date
 * behind the scenes. While the shared part is away, what the copy holds goes on to count,
 * {@link #revoke} and {@link #lift} throw, and once the copy is older than the store
 * promises, {@link #find} throws too, which refuses requests as
 * {@code zt.checks[token.revocation].on-failure} says.
 *
 * @since 0.1.0
 */
public interface RevocationStore {

	/**
	 * Revoke tokens, from the next request on. Where the same are revoked already, both
	 * hold.
	 * @param revocation what is revoked
	 * @return what is held from now on, with the time it is kept until
	 * @throws IllegalArgumentException if it says something that cannot be meant
	 * @throws RevocationRefusedException if there is no room for it, or the store cannot
	 * be reached; it is not held then
	 */
	Revocation revoke(Revocation revocation);

	/**
	 * Lift a revocation. Tokens it covered pass again as long as they live.
	 * @param kind what tells them
	 * @param issuer the exact value of {@code iss}
	 * @param value what they have in common; empty for all tokens of the issuer
	 * @return {@code true} if there was one
	 */
	boolean lift(Kind kind, String issuer, String value);

	/**
	 * Find a revocation, without waiting for anything.
	 * @param kind what tells the tokens
	 * @param issuer the exact value of {@code iss}
	 * @param value what they have in common; empty for all tokens of the issuer
	 * @return the revocation, or {@code null} if there is none
	 */
	@Nullable Revocation find(Kind kind, String issuer, String value);

	/**
	 * Return what is held.
	 * @return the revocations, the one that leaves first at the front
	 */
	List<Revocation> all();

	/**
	 * Return how many are held.
	 * @return their number
	 */
	int size();

	/**
	 * Return how often a revocation was refused for want of room.
	 * @return the number since the start
	 */
	long refused();

}
