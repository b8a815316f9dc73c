package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IssuerPropertiesTests {

	@Test
	void toStringWhenWrittenThenHoldsNoSecret() {
		assertThat(new IssuerProperties.Introspection("https://idp.example.com/introspect", "orders", "hush", true)
			.toString()).contains("orders").doesNotContain("hush");
	}

}
