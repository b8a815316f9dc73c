package io.zerotrust.spring.web.endpoint;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectTypesTests {

	@Test
	void typesWhenLiteralBeforeThenItIsTheKind() {
		assertThat(ObjectTypes.of("/orders/{id}")).isEqualTo(Map.of("id", "orders"));
		assertThat(ObjectTypes.of("/owners/{owner}/visits/{visit:[0-9]{2}}"))
			.isEqualTo(Map.of("owner", "owners", "visit", "visits"));
		assertThat(ObjectTypes.of("/files/{*path}")).isEqualTo(Map.of("path", "files"));
		assertThat(ObjectTypes.of("/ranges/{from}-{to}")).isEqualTo(Map.of("from", "ranges", "to", "ranges"));
	}

	@Test
	void typesWhenNothingBeforeThenNoKind() {
		assertThat(ObjectTypes.of("/{tenant}/orders")).isEmpty();
		assertThat(ObjectTypes.of("/orders")).isEmpty();
		assertThat(ObjectTypes.of("")).isEmpty();
		assertThat(ObjectTypes.of("/{*path}")).isEmpty();
	}

}
