package io.zerotrust.spring.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;

/**
 * The keys there are, to tell which one somebody meant.
 */
final class KnownKeys {

	private static final String ANY = "*";

	/**
	 * A third of the characters.
	 */
	private static final int MOST_EDITED = 3;

	private final List<List<String>> keys = new ArrayList<>();

	/**
	 * Read the keys off the records that hold them.
	 */
	KnownKeys(String prefix, Class<? extends Record> type) {
		add(List.of(prefix), ResolvableType.forClass(type));
	}

	private void add(List<String> path, ResolvableType type) {
		Class<?> raw = type.resolve(Object.class);
		if (raw.isRecord()) {
			for (RecordComponent component : raw.getRecordComponents()) {
				String name = DataObjectPropertyName.toDashedForm(component.getName());
				add(with(path, name), ResolvableType.forMethodReturnType(component.getAccessor()));
			}
		}
		else if (Map.class.isAssignableFrom(raw)) {
			add(with(path, ANY), type.asMap().getGeneric(1));
		}
		else if (isListOfRecords(type)) {
			add(with(path, ANY), type.asCollection().getGeneric(0));
		}
		else {
			this.keys.add(path);
		}
	}

	private static boolean isListOfRecords(ResolvableType type) {
		return Collection.class.isAssignableFrom(type.resolve(Object.class))
				&& type.asCollection().getGeneric(0).resolve(Object.class).isRecord();
	}

	private static List<String> with(List<String> path, String element) {
		List<String> longer = new ArrayList<>(path);
		longer.add(element);
		return longer;
	}

	/**
	 * Return the key that takes the fewest edits, unless it takes so many that nobody can
	 * have meant it.
	 */
	@Nullable String nearest(ConfigurationPropertyName unknown) {
		String nearest = "";
		int fewest = Integer.MAX_VALUE;
		for (List<String> key : this.keys) {
			String candidate = text(key, unknown);
			int edits = edits(candidate, unknown.toString());
			if (edits < fewest) {
				fewest = edits;
				nearest = candidate;
			}
		}
		return (fewest <= unknown.toString().length() / MOST_EDITED) ? nearest : null;
	}

	private static String text(List<String> key, ConfigurationPropertyName unknown) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < key.size(); i++) {
			boolean taken = ANY.equals(key.get(i)) && i < unknown.getNumberOfElements();
			String element = taken ? unknown.getElement(i, Form.ORIGINAL) : key.get(i);
			String index = "[" + element + "]";
			boolean indexed = taken && unknown.toString().contains(index);
			text.append(indexed ? index : text.isEmpty() ? element : "." + element);
		}
		return text.toString();
	}

	/**
	 * The edit distance of Levenshtein.
	 */
	private static int edits(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

}
