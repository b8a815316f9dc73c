package io.zerotrust.access;

/**
 * What the subject wants to do, an HTTP method for example.
 *
 * @param name the name, compared case-sensitively as HTTP methods are
 * @since 0.1.0
 */
public record Action(String name) {

	public Action {
		if (name.isBlank()) {
			throw new IllegalArgumentException("name must not be blank");
		}
	}

}
