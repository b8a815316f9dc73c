package io.zerotrust.spring.web.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells of what kind the variables of a pattern are: the literal segment before each. Of
 * {@code /orders/{id}} the variable is one of the {@code orders}.
 *
 * @since 0.1.0
 */
public final class ObjectTypes {

	// as many as there are patterns with variables
	private static final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

	private ObjectTypes() {
	}

	/**
	 * Return the kinds of the variables of a pattern.
	 * @param pattern the pattern a handler is mapped at; never the path of a request
	 * @return kinds by the name of the variable
	 */
	public static Map<String, String> of(String pattern) {
		Map<String, String> types = known.get(pattern);
		return (types != null) ? types : known.computeIfAbsent(pattern, ObjectTypes::types);
	}

	/**
	 * Tell the kinds of the variables of a pattern.
	 * @return kinds by the name of the variable
	 */
	private static Map<String, String> types(String pattern) {
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
