package io.zerotrust.spring.web.servlet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.HandlerMapping;

import io.zerotrust.outcome.TouchedObject;

/**
 * Reads the objects a request was about from the variables of its path. The kind of an
 * object is the literal segment before its variable: of {@code /orders/{id}} it is
 * {@code orders}.
 */
final class TouchedObjects {

	// as many as there are patterns with variables
	private static final Map<String, Map<String, String>> types = new ConcurrentHashMap<>();

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
		Map<String, String> known = types.computeIfAbsent(pattern.toString(), TouchedObjects::types);
		List<TouchedObject> objects = new ArrayList<>(variables.size());
		for (Map.Entry<?, ?> variable : variables.entrySet()) {
			String name = variable.getKey().toString();
			objects.add(new TouchedObject(known.getOrDefault(name, name), String.valueOf(variable.getValue())));
		}
		return objects;
	}

	/**
	 * Tell the kinds of the variables of a pattern.
	 * @return kinds by the name of the variable
	 */
	static Map<String, String> types(String pattern) {
		Map<String, String> types = new HashMap<>();
		String literal = "";
		for (String segment : pattern.split("/")) {
			if (segment.indexOf('{') < 0) {
				literal = segment.isEmpty() ? literal : segment;
			}
			else if (!literal.isEmpty()) {
				for (String name : names(segment)) {
					types.putIfAbsent(name, literal);
				}
			}
		}
		return types;
	}

	/**
	 * Expressions may have braces of their own.
	 */
	private static List<String> names(String segment) {
		List<String> names = new ArrayList<>();
		int depth = 0;
		for (int i = 0; i < segment.length(); i++) {
			char c = segment.charAt(i);
			if (c == '{' && depth++ == 0) {
				names.add(name(segment, i + 1));
			}
			if (c == '}') {
				depth--;
			}
		}
		return names;
	}

	private static String name(String segment, int from) {
		int start = (from < segment.length() && segment.charAt(from) == '*') ? from + 1 : from;
		int end = start;
		while (end < segment.length() && segment.charAt(end) != '}' && segment.charAt(end) != ':') {
			end++;
		}
		return segment.substring(start, end);
	}

}
