package io.zerotrust.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Gathers a set of texts. As long as they are few they are told apart by comparing, which
 * takes no hash table.
 */
final class TextSet {

	private static final int FEW = 8;

	private static final String[] NOTHING = {};

	private String[] few = NOTHING;

	private int size;

	private @Nullable Set<String> many;

	void add(String text) {
		if (this.many != null) {
			this.many.add(text);
			return;
		}
		for (int i = 0; i < this.size; i++) {
			if (this.few[i].equals(text)) {
				return;
			}
		}
		if (this.size == FEW) {
			this.many = new HashSet<>(Arrays.asList(this.few));
			this.many.add(text);
			return;
		}
		if (this.size == 0) {
			this.few = new String[FEW];
		}
		this.few[this.size++] = text;
	}

	void addAll(List<String> texts) {
		for (int i = 0; i < texts.size(); i++) {
			add(texts.get(i));
		}
	}

	/**
	 * Return an immutable set of the texts.
	 */
	Set<String> toSet() {
		if (this.many != null) {
			return Set.copyOf(this.many);
		}
		return (this.size == FEW) ? Set.of(this.few) : Set.of(Arrays.copyOf(this.few, this.size));
	}

}
