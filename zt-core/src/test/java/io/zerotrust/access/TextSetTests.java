package io.zerotrust.access;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextSetTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 7, 8, 9, 100 })
	void toSetWhenTextsComeTwiceThenEachOnceAndUnmodifiable(int size) {
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			texts.add("text-" + i);
		}
		TextSet set = new TextSet();
		set.addAll(texts);
		set.addAll(texts.stream().map(String::new).toList());
		assertThat(set.toSet()).containsExactlyInAnyOrderElementsOf(texts);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> set.toSet().add("more"));
	}

}
