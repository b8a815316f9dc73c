package io.zerotrust.spring.web;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CombinationTableTests {

	@Test
	void tableThenHasOneRowForEachTest() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("../docs/reference/combination.md"))
			.stream()
			.filter((line) -> line.endsWith("` |"))
			.map((line) -> line.substring(line.lastIndexOf('`', line.length() - 4) + 1, line.length() - 3))
			.toList();
		List<String> tests = Stream.of(OnePlaceCombinationTests.class, InheritanceCombinationTests.class)
			.flatMap((type) -> Stream.of(type.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(Test.class))
			.map(Method::getName)
			.toList();
		assertThat(rows).containsExactlyInAnyOrderElementsOf(tests);
	}

}
