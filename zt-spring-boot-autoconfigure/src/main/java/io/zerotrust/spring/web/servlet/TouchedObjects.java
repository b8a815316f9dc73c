package io.zerotrust.spring.web.servlet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.HandlerMapping;

import io.zerotrust.outcome.TouchedObject;
import io.zerotrust.spring.web.endpoint.ObjectTypes;

/**
 * Reads the objects a request was about from the variables of its path. The kind of an
 * object is the literal segment before its variable: of {@code /orders/{id}} it is
 * {@code orders}.
 */
final class TouchedObjects {

	private TouchedObjects() {
	}

	static List<TouchedObject> of(HttpServletRequest request) {
		if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)
				|| variables.isEmpty()) {
			return List.of();
		}
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (pattern == null) {
			return List.of();
		}
		Map<String, String> known = ObjectTypes.of(pattern.toString());
		List<TouchedObject> objects = new ArrayList<>(variables.size());
		for (Map.Entry<?, ?> variable : variables.entrySet()) {
			String name = variable.getKey().toString();
			objects.add(new TouchedObject(known.getOrDefault(name, name), String.valueOf(variable.getValue())));
		}
		return objects;
	}

}
