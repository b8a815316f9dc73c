package io.zerotrust.spring.web;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "127.0.0.1, 127.0.0.1", "::1, 0:0:0:0:0:0:0:1",
			"2001:db8::7, 2001:db8:0:0:0:0:0:7", "fe80::1%eth0, fe80:0:0:0:0:0:0:1", "::ffff:10.0.0.1, 10.0.0.1" })
	void ofWhenAddressThenRead(String literal, String expected) {
		InetAddress address = ClientAddress.of(literal);
		assertThat(address).isNotNull().extracting(InetAddress::getHostAddress).isEqualTo(expected);
	}

	// each of these would be asked of a name server, at the caller's will
	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "example.com", "localhost", "999.1.1.1", "256.0.0.1", "1.2.3", "1.2.3.4.5", "1..2.3",
					"1.2.3.", ".1.2.3.4", "a.b.c.d", "dead.beef", "1.2.3.4 ", "unknown", "_hidden", "0x7f.1.1.1", "%" })
	void ofWhenNoAddressThenNull(String text) {
		assertThat(ClientAddress.of(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { ":", "::::", "1:2", "g::1", "[::1]:80" })
	void ofWhenBrokenSixThenNullOrAddressButNeverFails(String text) {
		InetAddress address = ClientAddress.of(text);
		assertThat(address == null || address.getAddress().length > 0).isTrue();
	}

	@Test
	void ofWhenNothingThenNull() {
		assertThat(ClientAddress.of(null)).isNull();
	}

}
