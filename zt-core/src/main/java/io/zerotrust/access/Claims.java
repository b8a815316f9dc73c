package io.zerotrust.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A typed, read-only view of claims or header parameters that somebody else has parsed
 * and verified. A member of an unexpected type reads as absent; {@link #isMalformed}
 * tells the two apart.
 *
 * @since 0.1.0
 */
public final class Claims {

	private static final Claims NONE = new Claims(Map.of());

	private static final int MOST_ACTORS = 8;

	private final Map<String, ?> values;

	private Claims(Map<String, ?> values) {
		this.values = values;
	}

	/**
	 * Return a view of the given members.
	 * @param values the members; a later change of the map is not seen as long as the map
	 * is immutable, as those of Spring Security's tokens are
	 * @return the view
	 */
	public static Claims of(Map<String, ?> values) {
		return values.isEmpty() ? NONE : new Claims(Collections.unmodifiableMap(values));
	}

	/**
	 * Return the empty view.
	 * @return no claims
	 */
	public static Claims none() {
		return NONE;
	}

	/**
	 * Whether a member is there, of whatever type.
	 * @param name the name of the member
	 * @return {@code true} if it has a value
	 */
	public boolean has(String name) {
		return this.values.get(name) != null;
	}

	/**
	 * Whether a member is there, of whatever type.
	 * @param path where it is
	 * @return {@code true} if it has a value
	 */
	public boolean has(ClaimPath path) {
		return path.in(this.values) != null;
	}

	/**
	 * Return a text.
	 * @param name the name of the member
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text(String name) {
		return text(this.values.get(name));
	}

	/**
	 * Return a text.
	 * @param path where it is
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text(ClaimPath path) {
		return text(path.in(this.values));
	}

	private static @Nullable String text(@Nullable Object value) {
		if (value instanceof String text) {
			return text;
		}
		return (value instanceof java.net.URL url) ? url.toExternalForm() : null;
	}

	/**
	 * Return a point in time, given as seconds since the epoch (RFC 7519 NumericDate).
	 * @param name the name of the member
	 * @return the point in time, or {@code null} if there is none
	 */
	public @Nullable Instant instant(String name) {
		Object value = this.values.get(name);
		if (value instanceof Instant instant) {
			return instant;
		}
		if (value instanceof Date date) {
			return date.toInstant();
		}
		return (value instanceof Number number) ? seconds(number) : null;
	}

	private static @Nullable Instant seconds(Number number) {
		double seconds = number.doubleValue();
		// 9999-12-31, the last date every consumer can express
		return (seconds >= 0 && seconds <= 253_402_300_799d) ? Instant.ofEpochMilli((long) (seconds * 1000)) : null;
	}

	/**
	 * Return several texts, given as an array or as a single text.
	 * @param name the name of the member
	 * @return the texts; empty if there are none
	 */
	public List<String> texts(String name) {
		return texts(this.values.get(name));
	}

	/**
	 * Return several texts, given as an array or as a single text.
	 * @param path where they are
	 * @return the texts; empty if there are none
	 */
	public List<String> texts(ClaimPath path) {
		return texts(path.in(this.values));
	}

	private static List<String> texts(@Nullable Object value) {
		if (value instanceof String text) {
			return List.of(text);
		}
		if (!(value instanceof Collection<?> collection) || !onlyTexts(collection)) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(collection.size());
		for (Object element : collection) {
			texts.add((String) element);
		}
		return Collections.unmodifiableList(texts);
	}

	/**
	 * Return who acts for the subject (RFC 8693, section 4.1).
	 * @return subject or client of each actor, the current one first; empty if nobody
	 * acts
	 */
	public List<String> actors() {
		if (!(this.values.get("act") instanceof Map<?, ?> actor)) {
			return List.of();
		}
		List<String> actors = new ArrayList<>(2);
		while (actor != null && actors.size() < MOST_ACTORS) {
			Object name = (actor.get("sub") != null) ? actor.get("sub") : actor.get("client_id");
			actors.add((name instanceof String text) ? text : "");
			actor = (actor.get("act") instanceof Map<?, ?> next) ? next : null;
		}
		return List.copyOf(actors);
	}

	/**
	 * Return the names of the members of an object.
	 * @param name the name of the object
	 * @return the names of its members; empty if there is no such object
	 */
	public Set<String> members(String name) {
		if (!(this.values.get(name) instanceof Map<?, ?> map)) {
			return Set.of();
		}
		Set<String> members = new java.util.TreeSet<>();
		map.keySet().forEach((key) -> members.add(String.valueOf(key)));
		return Collections.unmodifiableSet(members);
	}

	/**
	 * Whether a member is there but is not of the type asked for.
	 * @param name the name of the member
	 * @param type the type it should have
	 * @return {@code true} if it has a value of another type
	 */
	public boolean isMalformed(String name, Type type) {
		if (!has(name)) {
			return false;
		}
		return switch (type) {
			case TEXT -> text(name) == null;
			case INSTANT -> instant(name) == null;
			case TEXTS -> !(this.values.get(name) instanceof String)
					&& !(this.values.get(name) instanceof Collection<?> collection && onlyTexts(collection));
			case OBJECT -> !(this.values.get(name) instanceof Map);
		};
	}

	private static boolean onlyTexts(Collection<?> collection) {
		for (Object element : collection) {
			if (!(element instanceof String)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return "Claims[" + this.values.size() + " members]";
	}

	/**
	 * The types a claim can have.
	 */
	public enum Type {

		/**
		 * A string.
		 */
		TEXT,

		/**
		 * A NumericDate.
		 */
		INSTANT,

		/**
		 * A string or an array of strings.
		 */
		TEXTS,

		/**
		 * A JSON object.
		 */
		OBJECT

	}

}
