package io.zerotrust.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.Requests;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "0.0.0.0, 0.0.0.0", "::1, 0:0:0:0:0:0:0:0/64",
			"2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
			"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:0:0:0:0/64" })
	void networkWhenAddressThenFourIsWholeAndSixIsHalf(String address, String network) {
		assertThat(new ClientNetwork(Requests.address(address))).hasToString(network);
	}

	@Test
	void equalsWhenSixInSameSubnetThenEqual() {
		ClientNetwork network = of("2001:db8:1:2::1");
		assertThat(of("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(network).hasSameHashCodeAs(network);
		assertThat(of("2001:db8:1:3::1")).isNotEqualTo(network);
		assertThat(of("2001:db8:1:2::")).isEqualTo(new ClientNetwork(network.address()));
	}

	@Test
	void equalsWhenFourIsNeighbourThenNotEqual() {
		assertThat(of("203.0.113.7")).isEqualTo(of("203.0.113.7")).isNotEqualTo(of("203.0.113.6"));
	}

	// else a caller would be counted twice, once in each spelling
	@Test
	void networkWhenFourIsMappedThenFour() throws UnknownHostException {
		byte[] bytes = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 10, 1, 2, 3 };
		InetAddress mapped = Inet6Address.getByAddress(null, bytes, -1);
		assertThat(mapped).isInstanceOf(Inet6Address.class);
		assertThat(new ClientNetwork(mapped)).isEqualTo(of("10.1.2.3"));
	}

	@Test
	void networkWhenAddressHasZoneOrNameThenNeitherCounts() throws UnknownHostException {
		byte[] bytes = Requests.address("fe80::1").getAddress();
		ClientNetwork scoped = new ClientNetwork(Inet6Address.getByAddress("host.example", bytes, 3));
		assertThat(scoped).isEqualTo(of("fe80::2")).hasToString("fe80:0:0:0:0:0:0:0/64");
	}

	@Test
	void clientNetworkWhenAddressUnknownThenNull() {
		Instant now = Instant.EPOCH;
		assertThat(Context.at(now).clientNetwork()).isNull();
		assertThat(new Context(now, Requests.address("203.0.113.7"), true, null).clientNetwork())
			.isEqualTo(of("203.0.113.7"));
	}

	private static ClientNetwork of(String address) {
		return new ClientNetwork(Requests.address(address));
	}

}
