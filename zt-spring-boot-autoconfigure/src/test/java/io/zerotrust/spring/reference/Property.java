package io.zerotrust.spring.reference;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A property an operator may set.
 *
 * @param group the first part of its key that has a table of its own
 * @param key the key; {@code [*]} stands for an index, {@code [name]} for a name
 * @param type the type of its value
 * @param defaultValue the value if nothing is set, empty if there is none
 * @param description what it means
 */
record Property(String group, String key, Type type, List<String> defaultValue, String description) {

	String typeName() {
		return "`" + name(this.type) + "`";
	}

	/**
	 * Return what an operator may choose from.
	 * @param sources know what each choice means
	 * @return the choices as an operator writes them; empty if the value is free
	 */
	Map<String, String> choices(Sources sources) {
		Map<String, String> choices = new LinkedHashMap<>();
		Class<?> type = last(this.type);
		if (type.isEnum()) {
			for (Object constant : type.getEnumConstants()) {
				String name = ((Enum<?>) constant).name();
				choices.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), sources.member(type, name));
			}
		}
		return choices;
	}

	/**
	 * Return the type itself, or that of the elements of a list or the values of a map.
	 */
	static Class<?> last(Type type) {
		if (type instanceof ParameterizedType generic) {
			Type[] arguments = generic.getActualTypeArguments();
			return last(arguments[arguments.length - 1]);
		}
		return (Class<?>) type;
	}

	String defaultText() {
		if (this.defaultValue.isEmpty()) {
			return (this.type == boolean.class) ? "`false`" : "–";
		}
		String value = String.join(", ", this.defaultValue);
		return value.isEmpty() ? "empty" : "`" + value + "`";
	}

	private static String name(Type type) {
		if (type instanceof ParameterizedType generic) {
			return name(generic.getRawType()) + Arrays.stream(generic.getActualTypeArguments())
				.map(Property::name)
				.collect(Collectors.joining(", ", "<", ">"));
		}
		Class<?> simple = (Class<?>) type;
		return simple.isEnum() ? "choice" : simple.getSimpleName();
	}

}
