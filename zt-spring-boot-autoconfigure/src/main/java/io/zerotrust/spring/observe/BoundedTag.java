package io.zerotrust.spring.observe;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The values of a tag: those known before, the first others up to a number, and
 * {@code other} for all that come later.
 */
final class BoundedTag {

	static final String OTHER = "other";

	private final Map<String, Boolean> values = new ConcurrentHashMap<>();

	private final AtomicInteger room;

	BoundedTag(Collection<String> known, int others) {
		known.forEach((value) -> this.values.put(value, Boolean.TRUE));
		this.room = new AtomicInteger(others);
	}

	String of(String value) {
		if (this.values.containsKey(value)) {
			return value;
		}
		// taken first, so that threads that meet here never exceed the number
		if (this.room.get() <= 0 || this.room.getAndDecrement() <= 0) {
			return OTHER;
		}
		if (this.values.putIfAbsent(value, Boolean.TRUE) != null) {
			this.room.getAndIncrement();
		}
		return value;
	}

}
