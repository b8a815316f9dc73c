package io.zerotrust.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a value lives among claims: a claim by its name, or a JSON Pointer (RFC 6901) if
 * the text starts with a slash. A dot is a character like any other, so that namespaced
 * names such as {@code https://example.com/roles} need no quoting.
 *
 * @since 0.1.0
 */
public final class ClaimPath {

	private static final String AUDIENCE = "{audience}";

	private final String text;

	private final List<String> steps;

	private ClaimPath(String text, List<String> steps) {
		this.text = text;
		this.steps = steps;
	}

	/**
	 * Read a path.
	 * @param text the name of a claim, or a JSON Pointer
	 * @return the path
	 * @throws IllegalArgumentException if it is blank or no JSON Pointer
	 */
	public static ClaimPath parse(String text) {
		if (text.isBlank() || text.equals("/")) {
			throw new IllegalArgumentException("path names no claim: '" + text + "'");
		}
		if (!text.startsWith("/")) {
			return new ClaimPath(text, List.of(text));
		}
		List<String> steps = new ArrayList<>();
		for (String step : text.substring(1).split("/", -1)) {
			steps.add(unescape(step, text));
		}
		return new ClaimPath(text, List.copyOf(steps));
	}

	private static String unescape(String step, String text) {
		for (int i = step.indexOf('~'); i >= 0; i = step.indexOf('~', i + 1)) {
			if (i + 1 == step.length() || (step.charAt(i + 1) != '0' && step.charAt(i + 1) != '1')) {
				throw new IllegalArgumentException("path has a '~' that escapes nothing: '" + text + "'");
			}
		}
		return step.replace("~1", "/").replace("~0", "~");
	}

	/**
	 * Read a list of paths.
	 * @param texts names or JSON Pointers
	 * @return the paths
	 * @throws IllegalArgumentException if one of them is none
	 */
	public static List<ClaimPath> parseAll(String... texts) {
		List<ClaimPath> paths = new ArrayList<>(texts.length);
		for (String text : texts) {
			paths.add(parse(text));
		}
		return List.copyOf(paths);
	}

	/**
	 * Whether the path is one for each name of the service: a step of it holds
	 * <code>{audience}</code>.
	 * @return {@code true} if {@link #forAudience(String)} makes another path of it
	 */
	public boolean namesAudience() {
		return this.text.contains(AUDIENCE);
	}

	/**
	 * Return the path for a name of the service.
	 * @param audience what <code>{audience}</code> stands for, whatever characters it has
	 * @return the path
	 */
	public ClaimPath forAudience(String audience) {
		List<String> steps = new ArrayList<>(this.steps.size());
		StringBuilder pointer = new StringBuilder();
		for (String step : this.steps) {
			String name = step.replace(AUDIENCE, audience);
			steps.add(name);
			pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
		}
		return new ClaimPath(pointer.toString(), List.copyOf(steps));
	}

	/**
	 * Return what is there.
	 */
	@Nullable Object in(Map<String, ?> claims) {
		Object value = claims;
		for (int i = 0; i < this.steps.size(); i++) {
			if (!(value instanceof Map<?, ?> map)) {
				return null;
			}
			value = map.get(this.steps.get(i));
		}
		return value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ClaimPath path && this.text.equals(path.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
