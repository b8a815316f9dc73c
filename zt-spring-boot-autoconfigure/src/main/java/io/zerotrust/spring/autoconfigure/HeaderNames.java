package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Reads names of request headers from properties.
 */
final class HeaderNames {

	private HeaderNames() {
	}

	/**
	 * Hold the name of a header against what can be one.
	 * @param key the property
	 * @param name its value, or {@code null} if it is not set
	 * @param example what it could be
	 * @throws MisconfigurationException if it is none
	 */
	static void verify(String key, @Nullable String name, String example) {
		if (name != null && !isToken(name)) {
			throw new MisconfigurationException(key + " is '" + name + "', which is no name of a header.",
					"Set " + key + " to a name of letters, digits and hyphens, " + example + " for example.");
		}
	}

	/**
	 * The characters of a field name that somebody may want (RFC 9110, section 5.1).
	 */
	private static boolean isToken(String name) {
		return !name.isEmpty() && name.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
					|| c == '_');
	}

}
