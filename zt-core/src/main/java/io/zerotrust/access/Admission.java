package io.zerotrust.access;

/**
 * Who is admitted to an endpoint before its scopes and roles are looked at.
 *
 * @since 0.1.0
 */
public enum Admission {

	/**
	 * Nobody ruled on the endpoint: everybody is refused.
	 */
	UNCOVERED,

	/**
	 * The rules of the endpoint contradict each other: everybody is refused.
	 */
	CONFLICTING,

	/**
	 * Nothing is here. A verified caller may learn that, nobody else.
	 */
	ABSENT,

	/**
	 * Every caller with an accepted credential, by the visible decision of the author.
	 */
	AUTHENTICATED,

	/**
	 * Callers with an accepted credential that satisfies the scope and role rules.
	 */
	RULED,

	/**
	 * Everybody, by the visible decision of the author.
	 */
	PUBLIC

}
