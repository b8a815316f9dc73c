package io.zerotrust.spring.token;

import io.zerotrust.decision.Reason;

/**
 * An exception by which a token is refused, and that says why.
 *
 * @since 0.1.0
 */
public interface RefusedToken {

	/**
	 * Return why the token is refused.
	 * @return the reason
	 */
	Reason reason();

}
