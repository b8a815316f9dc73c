package io.zerotrust.outcome;

import io.zerotrust.access.TouchedObject;

/**
 * Tells zt which objects a request is about where its path does not: those found by a
 * search, named in a body, or reached through another one. Objects in the path are known.
 *
 * <p>
 * A call counts for the request that the current thread works for. Outside of a request
 * it does nothing, so services may be called from anywhere.
 *
 * @since 0.1.0
 */
public final class Touched {

	private Touched() {
	}

	/**
	 * Tell an object.
	 * @param type the kind of object, as it is called in paths: {@code orders} for the
	 * objects of {@code /orders/{id}}
	 * @param id its identifier within the kind, as it is written in paths
	 * @throws IllegalArgumentException if one of them is missing or blank
	 */
	public static void object(String type, String id) {
		TouchedObject object = of(type, id);
		TouchedObjects objects = TouchedObjects.current();
		if (objects != null) {
			objects.add(object);
		}
	}

	/**
	 * Tell an object that is identified by a number.
	 * @param type the kind of object, as it is called in paths
	 * @param id its identifier within the kind
	 * @throws IllegalArgumentException if the kind is missing or blank
	 */
	public static void object(String type, long id) {
		object(type, Long.toString(id));
	}

	/**
	 * Return an object, to be told by other means than the current thread.
	 * @param type the kind of object, as it is called in paths
	 * @param id its identifier within the kind, as it is written in paths
	 * @return the object
	 * @throws IllegalArgumentException if one of them is missing or blank
	 */
	public static TouchedObject of(String type, String id) {
		if (type == null || type.isBlank()) {
			throw new IllegalArgumentException("type of a touched object must not be blank: " + type);
		}
		if (id == null || id.isBlank()) {
			throw new IllegalArgumentException("id of a touched object must not be blank: " + id);
		}
		return new TouchedObject(type, id);
	}

}
