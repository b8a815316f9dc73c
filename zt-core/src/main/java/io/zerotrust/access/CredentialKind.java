package io.zerotrust.access;

/**
 * How a caller proved who it is.
 *
 * @since 0.1.0
 */
public enum CredentialKind {

	/**
	 * Not at all.
	 */
	NONE,

	/**
	 * By a JWT access token whose signature was verified.
	 */
	JWT,

	/**
	 * By an opaque access token that the issuer said is active (RFC 7662).
	 */
	OPAQUE_TOKEN,

	/**
	 * By an authentication that a test put in place.
	 */
	PREBUILT,

	/**
	 * By a session that an earlier login began.
	 */
	SESSION,

	/**
	 * By user name and password with the request (RFC 7617).
	 */
	BASIC,

	/**
	 * By the client certificate of the connection.
	 */
	X509,

	/**
	 * By something else.
	 */
	OTHER;

	/**
	 * Whether the credential is a token with claims.
	 * @return {@code true} for JWT and opaque tokens
	 */
	public boolean isToken() {
		return this == JWT || this == OPAQUE_TOKEN;
	}

}
