package io.zerotrust.spring.autoconfigure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.autoconfigure.ZtProperties.Actuator;
import io.zerotrust.spring.autoconfigure.ZtProperties.ActuatorEndpoint;

/**
 * Finds rules of Actuator endpoints that cannot be meant.
 */
final class ActuatorKeys {

	private static final String KEY = "zt.actuator";

	private ActuatorKeys() {
	}

	/**
	 * Find the first rule that cannot be meant.
	 * @param actuator the rules
	 * @param known ids of the endpoints that can be reached, in lower case
	 * @return the problem, or {@code null} if there is none
	 */
	static @Nullable MisconfigurationException problem(Actuator actuator, Set<String> known) {
		MisconfigurationException found = scopes(KEY, actuator.readScope(), actuator.writeScope(), "");
		Map<String, String> seen = new TreeMap<>();
		for (Map.Entry<String, ActuatorEndpoint> entry : new TreeMap<>(actuator.endpoints()).entrySet()) {
			String key = KEY + ".endpoints." + entry.getKey();
			if (found == null) {
				found = unknown(key, entry.getKey(), known, seen);
			}
			if (found == null) {
				found = problem(key, entry.getValue(), actuator.readScope());
			}
		}
		return found;
	}

	private static @Nullable MisconfigurationException unknown(String key, String name, Set<String> known,
			Map<String, String> seen) {
		String id = alphanumeric(name);
		if (known.stream().noneMatch((candidate) -> alphanumeric(candidate).equals(id))) {
			return new MisconfigurationException(key + " is about an endpoint that nobody can reach.",
					"Use one of " + String.join(", ", known)
							+ ", or expose the endpoint by management.endpoints.web.exposure.include.");
		}
		String other = seen.put(id, key);
		return (other == null) ? null : new MisconfigurationException(key + " and " + other + " are the same endpoint.",
				"Remove one of them.");
	}

	private static @Nullable MisconfigurationException problem(String key, ActuatorEndpoint endpoint,
			String commonReadScope) {
		String reason = endpoint.publicAccess();
		if (reason != null && reason.isBlank()) {
			return new MisconfigurationException(key + ".public-access is blank.",
					"Set " + key + ".public-access to the reason why everybody may read the endpoint, or remove it.");
		}
		String scope = (endpoint.readScope() != null) ? "read-scope" : "write-scope";
		if (reason != null && (endpoint.readScope() != null || endpoint.writeScope() != null)) {
			return new MisconfigurationException(
					key + ".public-access is \"" + reason + "\" beside " + key + '.' + scope + '.',
					"Remove one of them: either everybody may read the endpoint, or callers need a scope.");
		}
		if (blank(endpoint.readScope()) || blank(endpoint.writeScope())) {
			return new MisconfigurationException(
					key + '.' + (blank(endpoint.readScope()) ? "read-scope" : "write-scope") + " is blank.",
					"Name a scope, or remove the key; then " + KEY + " says what callers need.");
		}
		return scopes(key, text(endpoint.readScope()), text(endpoint.writeScope()), commonReadScope);
	}

	private static @Nullable MisconfigurationException scopes(String key, String readScope, String writeScope,
			String commonReadScope) {
		if (!writeScope.isEmpty() && readScope.isEmpty() && commonReadScope.isEmpty()) {
			return new MisconfigurationException(
					key + ".write-scope is " + writeScope + " without a read-scope, so nobody could use it.",
					"Set " + key + ".read-scope too: who changes something needs both.");
		}
		String several = spaced(readScope) ? "read-scope" : spaced(writeScope) ? "write-scope" : "";
		if (!several.isEmpty()) {
			return new MisconfigurationException(
					key + '.' + several + " is \"" + (spaced(readScope) ? readScope : writeScope)
							+ "\", which no token can carry: scopes hold no spaces.",
					"Name one scope in " + key + '.' + several + '.');
		}
		return null;
	}

	private static boolean spaced(String scope) {
		return scope.chars().anyMatch(Character::isWhitespace);
	}

	private static boolean blank(@Nullable String value) {
		return value != null && value.isBlank();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * Ids are the same if their letters and digits are, as Boot has it.
	 */
	private static String alphanumeric(String id) {
		StringBuilder letters = new StringBuilder();
		for (char c : id.toLowerCase(Locale.ROOT).toCharArray()) {
			if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
				letters.append(c);
			}
		}
		return letters.toString();
	}

}
