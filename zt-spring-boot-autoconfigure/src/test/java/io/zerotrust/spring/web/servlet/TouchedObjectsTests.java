package io.zerotrust.spring.web.servlet;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TouchedObjectsTests {

	@Test
	void typesWhenLiteralBeforeThenItIsTheKind() {
		assertThat(TouchedObjects.types("/orders/{id}")).isEqualTo(Map.of("id", "orders"));
		assertThat(TouchedObjects.types("/owners/{owner}/visits/{visit:[0-9]{2}}"))
			.isEqualTo(Map.of("owner", "owners", "visit", "visits"));
		assertThat(TouchedObjects.types("/files/{*path}")).isEqualTo(Map.of("path", "files"));
		assertThat(TouchedObjects.types("/ranges/{from}-{to}")).isEqualTo(Map.of("from", "ranges", "to", "ranges"));
	}

	@Test
	void typesWhenNothingBeforeThenNoKind() {
		assertThat(TouchedObjects.types("/{tenant}/orders")).isEmpty();
		assertThat(TouchedObjects.types("/orders")).isEmpty();
		assertThat(TouchedObjects.types("")).isEmpty();
		assertThat(TouchedObjects.types("/{*path}")).isEmpty();
	}

}
