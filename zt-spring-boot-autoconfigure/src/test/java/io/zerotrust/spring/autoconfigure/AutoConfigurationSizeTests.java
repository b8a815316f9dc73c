package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An auto-configuration has one topic and about 80 lines.
 */
class AutoConfigurationSizeTests {

	private static final Path SOURCES = Path.of("src/main/java/io/zerotrust/spring/autoconfigure");

	@Test
	void autoConfigurationsAreShort() throws IOException {
		try (Stream<Path> files = Files.list(SOURCES)) {
			List<Path> configurations = files.filter((file) -> file.toString().endsWith("AutoConfiguration.java"))
				.toList();
			assertThat(configurations).hasSizeGreaterThan(4);
			for (Path configuration : configurations) {
				assertThat(isShort(Files.readAllLines(configuration))).as("%s", configuration).isTrue();
			}
		}
	}

	@Test
	void ruleBites() {
		assertThat(isShort(Stream.generate(() -> "	int line;").limit(81).toList())).isFalse();
		assertThat(isShort(Stream.generate(() -> "import some.Thing;").limit(81).toList())).isTrue();
	}

	private static boolean isShort(List<String> lines) {
		return lines.stream()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("*")
					&& !line.startsWith("/*"))
			.count() <= 80;
	}

}
