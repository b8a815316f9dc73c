package io.zerotrust.decision;

/**
 * The request may go on.
 *
 * @since 0.1.0
 */
public record Permit() implements Decision {

	private static final Permit PERMIT = new Permit();

	/**
	 * Return the permission.
	 * @return the one permit there is
	 */
	public static Permit instance() {
		return PERMIT;
	}

}
