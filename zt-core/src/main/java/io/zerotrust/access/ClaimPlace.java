package io.zerotrust.access;

/**
 * What is looked for among the claims of a token.
 *
 * @since 0.1.0
 */
public enum ClaimPlace {

	/**
	 * Scopes, as a text with spaces between them or as an array.
	 */
	SCOPES,

	/**
	 * Roles, as an array or as a single text.
	 */
	ROLES,

	/**
	 * The client the token was issued to.
	 */
	CLIENT,

	/**
	 * The services the token was issued for.
	 */
	AUDIENCE,

	/**
	 * The tenant or organization of the subject.
	 */
	TENANT,

	/**
	 * The session the token belongs to.
	 */
	SESSION,

	/**
	 * The authentication context classes the user satisfied.
	 */
	ACR,

	/**
	 * The methods the user authenticated with.
	 */
	AMR

}
