package io.zerotrust.spring.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.risk.Network;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way through a header. What forged values lead to stands in
 * {@link ForgedAddressTests}.
 */
class ClientAddressesTests {

	private static final List<Network> PROXIES = List.of(Network.parse("10.0.0.0/8"));

	private static final Function<String, List<String>> UNTOUCHED = (name) -> {
		throw new AssertionError("read " + name);
	};

	@ParameterizedTest
	@EnumSource
	void ofWhenPeerIsNotTrustedThenNoHeaderIsRead(ClientAddressSource source) {
		assertThat(text(new ClientAddresses(source, PROXIES).of("203.0.113.9", UNTOUCHED))).isEqualTo("203.0.113.9");
		assertThat(text(new ClientAddresses(source, List.of()).of("10.0.0.1", UNTOUCHED))).isEqualTo("10.0.0.1");
	}

	@ParameterizedTest
	@EnumSource(names = { "PEER", "CONTAINER" })
	void ofWhenNoHeaderIsNamedThenNoneIsRead(ClientAddressSource source) {
		assertThat(text(new ClientAddresses(source, PROXIES).of("10.0.0.1", UNTOUCHED))).isEqualTo("10.0.0.1");
	}

	@ParameterizedTest
	@EnumSource
	void ofWhenPeerIsUnreadableThenNull(ClientAddressSource source) {
		ClientAddresses addresses = new ClientAddresses(source, PROXIES);
		assertThat(addresses.of(null, UNTOUCHED)).isNull();
		assertThat(addresses.of("unknown", UNTOUCHED)).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "X_FORWARDED_FOR", "FORWARDED" })
	void ofWhenHeaderMissingThenPeer(ClientAddressSource source) {
		assertThat(text(new ClientAddresses(source, PROXIES).of("10.0.0.1", (name) -> List.of())))
			.isEqualTo("10.0.0.1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 30, 31, 32, 33, 8000 })
	void ofWhenHeaderIsLongThenOnlySoManyHopsCount(int proxies) {
		List<String> lines = new ArrayList<>(List.of("203.0.113.9"));
		lines.addAll(Collections.nCopies(proxies, "10.0.0.7"));
		String expected = (proxies < 32) ? "203.0.113.9" : "10.0.0.7";
		assertThat(text(xForwardedFor("10.0.0.1", lines))).isEqualTo(expected);
		assertThat(text(xForwardedFor("10.0.0.1", List.of(String.join(",", lines))))).isEqualTo(expected);
	}

	// what is behind the last hop that counts is not looked at
	@Test
	void ofWhenLineIsAllQuotesThenEndsSoon() {
		String line = "\\\"".repeat(100_000) + ", for=203.0.113.9";
		ClientAddresses addresses = new ClientAddresses(ClientAddressSource.FORWARDED, PROXIES);
		assertThat(text(addresses.of("10.0.0.1", (name) -> List.of(line)))).isEqualTo("203.0.113.9");
		assertThat(text(addresses.of("10.0.0.1", (name) -> List.of(line + ", for=10.0.0.2")))).isEqualTo("203.0.113.9");
		assertThat(text(addresses.of("10.0.0.1", (name) -> List.of("\\".repeat(200_000) + "\"" + ", for=10.0.0.2"))))
			.isEqualTo("10.0.0.2");
	}

	@Test
	void ofWhenPeerIsMappedIntoSixThenTrustedAsFour() {
		assertThat(text(xForwardedFor("::ffff:10.0.0.1", List.of("203.0.113.9")))).isEqualTo("203.0.113.9");
	}

	private static @Nullable InetAddress xForwardedFor(String peer, List<String> lines) {
		return new ClientAddresses(ClientAddressSource.X_FORWARDED_FOR, PROXIES).of(peer, (name) -> lines);
	}

	private static String text(@Nullable InetAddress address) {
		return (address != null) ? address.getHostAddress() : "";
	}

}
