package io.zerotrust.risk;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.decision.Deny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NetworkTests {

	@ParameterizedTest
	@ValueSource(strings = { "203.0.113.0/24", "203.0.113.7", "0.0.0.0/0", "10.0.0.0/8", "203.0.113.7/32", "::/0",
			"2001:db8::/32", "2001:DB8::1", "::1/128", "fe80::/10" })
	void parseWhenNetworkThenKept(String text) {
		assertThat(Network.parse(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/24", "localhost", "example.com", "example.com/24", "a.b.c.d", "10", "10.0",
			"10.0.0", "10.0.0.0.0", "...", "1..2.3", "10.0.0.256", "10.0.0.-1", "010.0.0.1", "1.2.3.4 ", " 1.2.3.4",
			"1.2.3.4\n", "0x7f.0.0.1", "\u0661.\u0662.\u0663.\u0664", "\uff11.2.3.4", ":", ":::", "1::2::3", "2001:db8",
			"2001:db8::g", "[::1]", "fe80::1%1", "fe80::1%eth0", "12345::", "dead.beef.cafe.babe" })
	void parseWhenNoAddressThenRefusedWithoutLookup(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text)).withMessageContaining(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/-0", "10.0.0.0/+8", "10.0.0.0/", "10.0.0.0/a",
			"10.0.0.0/8/8", "10.0.0.0/ 8", "10.0.0.0/255.0.0.0", "10.0.0.0/99999999999", "10.0.0.0/\u0668", "::/129" })
	void parseWhenPrefixOutOfRangeThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text)).withMessageContaining(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1/8", "10.0.0.1/31", "128.0.0.0/0", "2001:db8::1/64", "8000::/0" })
	void parseWhenBitsBehindPrefixThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text))
			.withMessageContaining("behind its prefix");
	}

	// Java silently turns these into IPv4, and /8 would mean another network
	@ParameterizedTest
	@ValueSource(strings = { "::ffff:10.0.0.1", "::ffff:10.0.0.0/8", "::ffff:10.0.0.0/104", "::ffff:0:0/96" })
	void parseWhenIpv4IsMappedThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text)).withMessageContaining(text);
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.0/24,203.0.113.0,true", "203.0.113.0/24,203.0.113.255,true",
			"203.0.113.0/24,203.0.114.0,false", "203.0.113.0/24,203.0.112.255,false", "10.0.0.0/8,10.255.255.255,true",
			"10.0.0.0/8,11.0.0.0,false", "128.0.0.0/1,128.0.0.0,true", "128.0.0.0/1,127.255.255.255,false",
			"0.0.0.0/1,128.0.0.0,false", "0.0.0.0/0,255.255.255.255,true", "0.0.0.0/0,::1,false",
			"203.0.113.7,203.0.113.7,true", "203.0.113.7,203.0.113.6,false", "192.0.2.128/25,192.0.2.127,false",
			"192.0.2.128/25,192.0.2.128,true", "::/0,2001:db8::1,true", "::/0,127.0.0.1,false",
			"2001:db8::/33,2001:db8:7fff::1,true", "2001:db8::/33,2001:db8:8000::,false", "fe80::/10,febf:ffff::1,true",
			"fe80::/10,fec0::1,false", "2001:db8::1,2001:db8:0:0::1,true" })
	void containsWhenAtTheEdgeThenExact(String network, String address, boolean contained) {
		assertThat(Network.parse(network).contains(Requests.address(address))).isEqualTo(contained);
	}

	// a blocked caller must not come in by another spelling of its address
	@Test
	void containsWhenIpv4IsMappedThenSeenAsIpv4() throws UnknownHostException {
		byte[] bytes = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 10, 1, 2, 3 };
		InetAddress mapped = Inet6Address.getByAddress(null, bytes, -1);
		assertThat(mapped.getAddress()).hasSize(16);
		assertThat(Network.parse("10.0.0.0/8").contains(mapped)).isTrue();
		assertThat(Network.parse("11.0.0.0/8").contains(mapped)).isFalse();
		assertThat(Network.parse("::/0").contains(mapped)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0/0,0,false", "10.0.0.0/8,8,false", "10.0.0.1,32,false", "::/0,0,true", "fd00::/8,8,true",
			"::1,128,true" })
	void bitsWhenParsedThenLengthOfPrefix(String network, int bits, boolean six) {
		assertThat(Network.parse(network).bits()).isEqualTo(bits);
		assertThat(Network.parse(network).isIpv6()).isEqualTo(six);
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8,10.1.0.0/16,true", "10.0.0.0/8,10.0.0.0/8,true", "10.1.0.0/16,10.0.0.0/8,false",
			"10.0.0.0/8,11.0.0.0/16,false", "0.0.0.0/0,::/0,false", "2001:db8::/32,2001:db8:1::/48,true",
			"198.51.100.0/25,198.51.100.128/25,false" })
	void coversWhenEveryAddressLiesWithinThenTrue(String network, String other, boolean covered) {
		assertThat(Network.parse(network).covers(Network.parse(other))).isEqualTo(covered);
	}

	@Test
	void deniedWhenNothingBlockedThenPasses() {
		Findings.assertPasses(new DeniedNetworkCheck(List.of()).evaluate(Requests.anonymous()));
	}

	@Test
	void deniedWhenAddressBlockedThenDenied() {
		DeniedNetworkCheck check = denied("10.0.0.0/8", "2001:db8::/32");
		assertThat(Findings.code(check.evaluate(Requests.from("10.1.2.3")))).isEqualTo("network.denied");
		assertThat(Findings.code(check.evaluate(Requests.from("2001:db8::7")))).isEqualTo("network.denied");
		assertThat(Findings.refusal(check.evaluate(Requests.from("10.1.2.3")))).isInstanceOf(Deny.class);
	}

	@Test
	void deniedWhenAddressIsAnotherThenPasses() {
		Findings.assertPasses(denied("10.0.0.0/8").evaluate(Requests.from("203.0.113.1")));
	}

	// who hides its address does not get around the block
	@Test
	void deniedWhenAddressUnknownThenDenied() {
		assertThat(Findings.code(denied("10.0.0.0/8").evaluate(Requests.anonymous()))).isEqualTo("network.denied");
	}

	private static DeniedNetworkCheck denied(String... networks) {
		return new DeniedNetworkCheck(List.of(networks).stream().map(Network::parse).toList());
	}

}
