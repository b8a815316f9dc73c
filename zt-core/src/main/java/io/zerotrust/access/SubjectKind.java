package io.zerotrust.access;

/**
 * What kind of caller a subject is.
 *
 * @since 0.1.0
 */
public enum SubjectKind {

	/**
	 * A person, or whoever is not proven to be something else.
	 */
	HUMAN,

	/**
	 * A client that acts for itself (RFC 9068, section 5; RFC 6749, section 4.4).
	 */
	SERVICE,

	/**
	 * Somebody else who acts for the subject: the token has an {@code act} claim (RFC
	 * 8693, section 4.1).
	 */
	AGENT

}
