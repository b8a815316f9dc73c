package io.zerotrust.spring.autoconfigure;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointKind;

import static org.assertj.core.api.Assertions.assertThat;

class UncoveredHandlersExceptionTests {

	/**
	 * Who only observes sees the message in a warning, and can paste from there too.
	 */
	@Test
	void getMessageThenNamesHandlersAndWhatToPaste() {
		assertThat(exception(Set.of("GET"))).hasMessage("""
				2 handlers without a rule:

				  GET /orders
				    com.example.orders.OrderController.list
				    paste: @RequiresScope("orders:read") on the method or its type
				  com.library, which cannot be annotated
				    paste into application.yml:
				      zt:
				        routes:
				        - paths: [ "/data/{id}" ]
				          methods: [ GET ]
				          scopes: data:read""".replace("\n", System.lineSeparator()));
	}

	@Test
	void getMessageWhenLooksAloneThenScopeToRead() {
		assertThat(exception(Set.of("HEAD", "OPTIONS"))).hasMessageContaining("methods: [ HEAD, OPTIONS ]")
			.hasMessageContaining("scopes: data:read");
	}

	@Test
	void getMessageWhenChangesOrAnyMethodThenScopeToWrite() {
		assertThat(exception(Set.of("GET", "POST"))).hasMessageContaining("scopes: data:write");
		assertThat(exception(Set.of())).hasMessageContaining("scopes: data:write");
	}

	private static UncoveredHandlersException exception(Set<String> methods) {
		return new UncoveredHandlersException(
				List.of(endpoint(Set.of("GET"), "/orders", "com.example.orders.OrderController.list"),
						endpoint(methods, "/data/{id}", "com.library.DataController.get")),
				List.of("com.example"));
	}

	private static Endpoint endpoint(Set<String> methods, String pattern, String handler) {
		return new Endpoint(methods, pattern, handler, EndpointKind.HANDLER_METHOD, EndpointPolicy.uncovered());
	}

}
