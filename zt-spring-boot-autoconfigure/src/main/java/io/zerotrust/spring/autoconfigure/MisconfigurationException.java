package io.zerotrust.spring.autoconfigure;

/**
 * A setting that cannot be meant. Stops the start with what to write instead.
 */
@SuppressWarnings("serial")
final class MisconfigurationException extends IllegalArgumentException {

	private final String action;

	/**
	 * Create the exception.
	 * @param description the key, its value and what is wrong with it
	 * @param action what to write instead
	 */
	MisconfigurationException(String description, String action) {
		super(description);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
