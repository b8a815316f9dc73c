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
			"2001:db8::7, 2001:db8:0:0:0:0:0:7", "fe80::1%eth0, fe80:0:0:0:0:0:0:1", "::ffff:10.0.0.1, 10.0.0.1",
			"0.0.0.0, 0.0.0.0", "255.255.255.255, 255.255.255.255", "::, 0:0:0:0:0:0:0:0",
			"ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" })
	void ofWhenAddressThenRead(String literal, String expected) {
		InetAddress address = ClientAddress.of(literal);
		assertThat(address).isNotNull().extracting(InetAddress::getHostAddress).isEqualTo(expected);
	}

	// each of these would be asked of a name server, at the caller's will
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "example.com", "localhost", "999.1.1.1", "256.0.0.1", "1.2.3", "1.2.3.4.5",
			"1..2.3", "1.2.3.", ".1.2.3.4", "a.b.c.d", "dead.beef", "1.2.3.4 ", "unknown", "_hidden", "0x7f.1.1.1", "%",
			"%:", "10.0.0.1%eth0", "g::1", "evil.example:80", "[::1]", "[::1]:80", ".:1", "localhost:1",
			"1:2:3:4:5:6:7:8:9", "::1 ", "10.0.0.1:80" })
	void ofWhenNoAddressThenNull(String text) {
		assertThat(ClientAddress.of(text)).isNull();
	}

	// others read octal behind a zero, so the same text may be two addresses
	@ParameterizedTest
	@ValueSource(strings = { "010.0.0.1", "10.00.0.1", "10.0.0.01", "00.0.0.0" })
	void ofWhenZeroLeadsThenNull(String text) {
		assertThat(ClientAddress.of(text)).isNull();
	}

	// digits to Character.isDigit, but none of an address
	@ParameterizedTest
	@ValueSource(strings = { "\uff11\uff10.0.0.1", "\u0661.0.0.1", "\uff11::1", "\u0661::1" })
	void ofWhenDigitsAreForeignThenNull(String text) {
		assertThat(ClientAddress.of(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { ":", "::::", "1:2", "1::2::3", "12345::", ":::1", "1:2:3:4:5:6:7:", "::1.2.3", "::1.2.3.400" })
	void ofWhenBrokenSixThenNull(String text) {
		assertThat(ClientAddress.of(text)).isNull();
	}

	@Test
	void ofWhenNothingThenNull() {
		assertThat(ClientAddress.of(null)).isNull();
	}

}
