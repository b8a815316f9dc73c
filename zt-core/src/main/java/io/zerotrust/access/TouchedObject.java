package io.zerotrust.access;

/**
 * An object of the application that a request was about.
 *
 * @param type the kind of object, {@code orders} for example
 * @param id its identifier within the kind, as the caller wrote it
 * @since 0.1.0
 */
public record TouchedObject(String type, String id) {

	@Override
	public String toString() {
		// says nothing a caller has written
		return "TouchedObject[" + this.type + "]";
	}

}
