package io.zerotrust.risk.learned;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Admission;
import io.zerotrust.access.Context;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointNumbersTests {

	private final EndpointNumbers numbers = new EndpointNumbers();

	// who has always read has never deleted
	@Test
	void ofWhenMethodsDifferThenEndpointsDo() {
		assertThat(of("DELETE", "/orders")).isNotEqualTo(of("GET", "/orders"))
			.isNotEqualTo(of("POST", "/orders"))
			.isEqualTo(of("DELETE", "/orders"));
		assertThat(of("HEAD", "/orders")).isEqualTo(of("GET", "/orders"));
	}

	@Test
	void ofWhenMethodsAreInventedThenNoMoreEndpoints() {
		Set<Integer> seen = new HashSet<>();
		for (int i = 0; i < 1000; i++) {
			seen.add(of("METHOD" + i, "/orders"));
		}
		assertThat(seen).hasSize(1);
		assertThat(of("GET", "/invoices")).isNotEqualTo(EndpointNumbers.NONE);
	}

	@Test
	void ofWhenTooManyThenNone() {
		for (int i = 0; i < EndpointNumbers.MOST; i++) {
			assertThat(of("GET", "/orders" + i)).isEqualTo(i);
		}
		assertThat(of("GET", "/orders")).isEqualTo(EndpointNumbers.NONE);
		assertThat(of("GET", "/orders1")).isEqualTo(1);
	}

	private int of(String method, String endpoint) {
		Resource resource = Resource.endpoint(endpoint, EndpointPolicy.of(Admission.AUTHENTICATED, "test"));
		return this.numbers
			.of(new AccessRequest(Subject.anonymous(), new Action(method), resource, Context.at(Requests.NOW)));
	}

}
