package io.zerotrust.spring.token;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Is told each time the issuer was asked about a token, never about which.
 *
 * @since 0.1.0
 */
public interface IntrospectionListener {

	/**
	 * The issuer was asked.
	 * @param outcome what came of it
	 * @param took how long it took
	 * @param problem what failed, for operators; {@code null} if nothing did
	 */
	void asked(Outcome outcome, Duration took, @Nullable String problem);

	/**
	 * What comes of asking.
	 */
	enum Outcome {

		/**
		 * The token is active.
		 */
		ACTIVE,

		/**
		 * The token is not active, or another issuer's.
		 */
		INACTIVE,

		/**
		 * There was no answer, or none that can be believed.
		 */
		FAILED

	}

}
