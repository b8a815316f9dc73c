package io.zerotrust.spring.web.stream;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.TouchedObject;
import io.zerotrust.spring.web.endpoint.ObjectTypes;

/**
 * Reads the objects a request was about from the variables of its path. The kind of an
 * object is the literal segment before its variable: of {@code /orders/{id}} it is
 * {@code orders}.
 *
 * @since 0.1.0
 */
public final class PathObjects {

	private PathObjects() {
	}

	/**
	 * Return the objects.
	 * @param variables the variables, as the stack has noted them
	 * @param pattern the pattern, as the stack has noted it
	 * @return the objects; empty if nothing is noted
	 */
	public static List<TouchedObject> of(@Nullable Object variables, @Nullable Object pattern) {
		if (!(variables instanceof Map<?, ?> values) || values.isEmpty() || pattern == null) {
			return List.of();
		}
		Map<String, String> known = ObjectTypes.of(pattern.toString());
		TouchedObject[] objects = new TouchedObject[values.size()];
		int i = 0;
		for (Map.Entry<?, ?> variable : values.entrySet()) {
			String name = variable.getKey().toString();
			objects[i++] = new TouchedObject(known.getOrDefault(name, name), String.valueOf(variable.getValue()));
		}
		return List.of(objects);
	}

}
