package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.zerotrust.access.Admission;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointKind;

/**
 * Writes what an author could paste for endpoints without a rule: an annotation for a
 * handler of the application's own, a route for one of a library.
 */
final class PastedRules {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final String GATEWAY = "routes of the gateway";

	private static final String LINE = System.lineSeparator();

	private final Collection<String> ownPackages;

	PastedRules(Collection<String> ownPackages) {
		this.ownPackages = ownPackages;
	}

	String describe(List<Endpoint> endpoints) {
		StringBuilder text = new StringBuilder();
		Map<String, List<Endpoint>> libraries = new TreeMap<>();
		for (Endpoint endpoint : endpoints) {
			String library = libraryOf(endpoint);
			if (library.isEmpty() || endpoint.policy().admission() == Admission.CONFLICTING) {
				describe(endpoint, text);
			}
			else {
				libraries.computeIfAbsent(library, (key) -> new ArrayList<>()).add(endpoint);
			}
		}
		libraries.forEach((library, theirs) -> describe(library, theirs, text));
		return text.toString();
	}

	private static void describe(Endpoint endpoint, StringBuilder text) {
		text.append(LINE).append("  ").append(endpoint.id());
		text.append(LINE).append("    ").append(endpoint.handler());
		if (endpoint.policy().admission() == Admission.CONFLICTING) {
			text.append(LINE).append("    conflict: ").append(endpoint.policy().origin());
		}
		else {
			text.append(LINE).append("    paste: ").append(paste(endpoint));
		}
	}

	private static String paste(Endpoint endpoint) {
		return switch (endpoint.kind()) {
			case HANDLER_METHOD -> "@RequiresScope(\"" + scope(endpoint) + "\") on the method or its type";
			case FUNCTION -> "@RequiresScope(\"" + scope(endpoint) + "\") on the @Bean method of the routes";
			case HANDLER, RESOURCES -> "@RequiresScope(\"" + scope(endpoint)
					+ "\") on the class of the handler; a mapped view under zt.public-resources";
			case ACTUATOR, ERROR, FILTER_ENDPOINT, GATEWAY_ROUTE, SERVLET -> "nothing";
		};
	}

	/**
	 * Writes one block for a package of a library.
	 */
	private static void describe(String library, List<Endpoint> endpoints, StringBuilder text) {
		text.append(LINE).append("  ").append(library).append(", which cannot be annotated");
		text.append(LINE).append("    paste into application.yml:");
		text.append(LINE).append("      zt:").append(LINE).append("        routes:");
		if (GATEWAY.equals(library)) {
			Map<String, Endpoint> byId = new TreeMap<>();
			endpoints.forEach((endpoint) -> byId.putIfAbsent(endpoint.handler() + ' ' + methods(endpoint), endpoint));
			byId.values()
				.forEach((route) -> entry("gateway-routes", Set.of(route.handler()), methods(route), scope(route),
						text));
			return;
		}
		Map<String, Set<String>> byMethods = new TreeMap<>();
		for (Endpoint endpoint : endpoints) {
			byMethods.computeIfAbsent(methods(endpoint), (key) -> new TreeSet<>()).add(endpoint.pattern());
		}
		byMethods.forEach((methods, patterns) -> entry("paths", patterns, methods,
				scope(patterns.iterator().next(), READING.containsAll(Set.of(methods.split(", ")))), text));
	}

	private static String methods(Endpoint endpoint) {
		return String.join(", ", new TreeSet<>(endpoint.methods()));
	}

	private static void entry(String key, Set<String> selected, String methods, String scope, StringBuilder text) {
		text.append(LINE)
			.append("        - ")
			.append(key)
			.append(": [ ")
			.append(selected.stream().map(PastedRules::quoted).collect(Collectors.joining(", ")))
			.append(" ]");
		if (!methods.isEmpty()) {
			text.append(LINE).append("          methods: [ ").append(methods).append(" ]");
		}
		text.append(LINE).append("          scopes: ").append(scope);
	}

	/**
	 * YAML reads escapes between double quotes, and none between single ones.
	 */
	private static String quoted(String pattern) {
		boolean plain = pattern.indexOf('\\') < 0 && pattern.indexOf('"') < 0;
		return plain ? '"' + pattern + '"' : "'" + pattern.replace("'", "''") + "'";
	}

	/**
	 * Return the package of a handler that is not the application's own; empty otherwise.
	 */
	private String libraryOf(Endpoint endpoint) {
		if (endpoint.kind() == EndpointKind.GATEWAY_ROUTE) {
			return GATEWAY;
		}
		boolean named = endpoint.kind() == EndpointKind.HANDLER_METHOD
				|| (endpoint.kind() == EndpointKind.HANDLER && endpoint.handler().indexOf(' ') < 0);
		String type = endpoint.handler();
		if (endpoint.kind() == EndpointKind.HANDLER_METHOD) {
			type = type.substring(0, type.lastIndexOf('.'));
		}
		int end = type.lastIndexOf('.');
		if (!named || end < 0 || this.ownPackages.isEmpty()) {
			return "";
		}
		String name = type.substring(0, end);
		for (String own : this.ownPackages) {
			if (name.equals(own) || name.startsWith(own + ".")) {
				return "";
			}
		}
		return name;
	}

	private static String scope(Endpoint endpoint) {
		return scope(endpoint.pattern(), !endpoint.methods().isEmpty() && READING.containsAll(endpoint.methods()));
	}

	/**
	 * A scope that looks like the endpoint: {@code orders:read} for GET /orders/{id}.
	 */
	private static String scope(String pattern, boolean reads) {
		String name = "resource";
		for (String segment : pattern.split("[ /(),|&]+")) {
			boolean plain = !segment.isEmpty() && segment.chars().allMatch((c) -> Character.isLowerCase(c) || c == '-');
			if (plain) {
				name = segment;
				break;
			}
		}
		return name + (reads ? ":read" : ":write");
	}

}
