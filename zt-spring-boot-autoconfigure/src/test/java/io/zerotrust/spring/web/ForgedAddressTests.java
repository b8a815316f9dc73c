package io.zerotrust.spring.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.zerotrust.risk.Network;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever callers write into headers, the address is the one it should be: every forged
 * value, sent in every way.
 */
class ForgedAddressTests {

	private static final List<Network> PROXIES = List.of(Network.parse("10.0.0.0/8"), Network.parse("fd00::/8"));

	private static final String PROXY = "10.0.0.1";

	private static final String ATTACKER = "203.0.113.9";

	/**
	 * What is forged, and the address if the proxy at 10.0.0.1 lies, handing it on as it
	 * came.
	 */
	private static final String X_FORWARDED_FOR = """
			198.51.100.66 -> 198.51.100.66
			198.51.100.66, 198.51.100.67 -> 198.51.100.67
			198.51.100.66,198.51.100.67 -> 198.51.100.67
			198.51.100.66 , 10.0.0.7 -> 198.51.100.66
			10.0.0.7, 198.51.100.66 -> 198.51.100.66
			10.0.0.7 -> 10.0.0.7
			10.0.0.7, 10.0.0.8 -> 10.0.0.7
			10.0.0.1 -> 10.0.0.1
			127.0.0.1 -> 127.0.0.1
			0.0.0.0 -> 0.0.0.0
			255.255.255.255 -> 255.255.255.255
			198.51.100.66, unknown, 10.0.0.7 -> 10.0.0.7
			198.51.100.66, _hidden, 10.0.0.7 -> 10.0.0.7
			198.51.100.66, evil.example, 10.0.0.7 -> 10.0.0.7
			unknown -> 10.0.0.1
			_hidden -> 10.0.0.1
			localhost -> 10.0.0.1
			evil.example -> 10.0.0.1
			evil.example:80 -> 10.0.0.1
			dead:beef -> 10.0.0.1
			 -> 10.0.0.1
			, -> 10.0.0.1
			198.51.100.66, -> 10.0.0.1
			,198.51.100.66 -> 198.51.100.66
			198.51.100.66,,10.0.0.7 -> 10.0.0.7
			198.51.100.66:4711 -> 198.51.100.66
			198.51.100.66:_p.o-r_t -> 198.51.100.66
			198.51.100.66: -> 10.0.0.1
			198.51.100.66:_ -> 10.0.0.1
			198.51.100.66:123456 -> 10.0.0.1
			198.51.100.66:80:80 -> 10.0.0.1
			198.51.100.66:http -> 10.0.0.1
			:80 -> 10.0.0.1
			"198.51.100.66" -> 198.51.100.66
			"198.51.100.66 -> 10.0.0.1
			""198.51.100.66"" -> 10.0.0.1
			[2001:db8::66] -> 2001:db8:0:0:0:0:0:66
			[2001:db8::66]:443 -> 2001:db8:0:0:0:0:0:66
			2001:db8::66 -> 2001:db8:0:0:0:0:0:66
			2001:DB8::66%eth0 -> 2001:db8:0:0:0:0:0:66
			"[2001:db8::66%25eth0]:443" -> 2001:db8:0:0:0:0:0:66
			[2001:db8::66 -> 10.0.0.1
			[2001:db8::66]443 -> 10.0.0.1
			2001:db8::66] -> 10.0.0.1
			[198.51.100.66] -> 10.0.0.1
			[] -> 10.0.0.1
			::ffff:198.51.100.66 -> 198.51.100.66
			::ffff:10.0.0.7 -> 10.0.0.7
			198.51.100.66, ::ffff:10.0.0.7 -> 198.51.100.66
			198.51.100.66, [fd00::7]:80 -> 198.51.100.66
			198.51.100.66 10.0.0.7 -> 10.0.0.1
			198.51.100.66;10.0.0.7 -> 10.0.0.1
			for=198.51.100.66 -> 10.0.0.1
			198.51.100.66/32 -> 10.0.0.1
			999.1.1.1 -> 10.0.0.1
			198.51.100 -> 10.0.0.1
			3325256770 -> 10.0.0.1
			0xc6.0x33.0x64.0x42 -> 10.0.0.1
			198.051.100.066 -> 10.0.0.1
			\uff11\uff10.0.0.7 -> 10.0.0.1
			${jndi:ldap://evil.example} -> 10.0.0.1
			""";

	/**
	 * The same for the standard's header.
	 */
	private static final String FORWARDED = """
			for=198.51.100.66 -> 198.51.100.66
			FOR=198.51.100.66 -> 198.51.100.66
			for=198.51.100.66;proto=https;by=10.0.0.1 -> 198.51.100.66
			proto=https;for=198.51.100.66 -> 198.51.100.66
			proto=https ; for=198.51.100.66 ; -> 198.51.100.66
			;;for=198.51.100.66 -> 198.51.100.66
			for="198.51.100.66" -> 198.51.100.66
			for="198.51.100.66:4711" -> 198.51.100.66
			for=198.51.100.66:4711 -> 198.51.100.66
			for="198.51.100.66:_obf" -> 198.51.100.66
			for="[2001:db8::66]" -> 2001:db8:0:0:0:0:0:66
			for="[2001:db8::66]:4711" -> 2001:db8:0:0:0:0:0:66
			for=[2001:db8::66]:4711 -> 2001:db8:0:0:0:0:0:66
			for="\\198.51\\.100.66" -> 198.51.100.66
			host="a, for=198.51.100.67";for=198.51.100.66 -> 198.51.100.66
			for=198.51.100.66;host="\\", for=198.51.100.67" -> 198.51.100.66
			for=198.51.100.66;host="a\\\\" -> 198.51.100.66
			for=198.51.100.66, for=198.51.100.67 -> 198.51.100.67
			for=198.51.100.66,for=10.0.0.7 -> 198.51.100.66
			for=198.51.100.66, for="[fd00::7]";proto=https -> 198.51.100.66
			for=10.0.0.7 -> 10.0.0.7
			for=127.0.0.1 -> 127.0.0.1
			for="::ffff:198.51.100.66" -> 198.51.100.66
			for=198.51.100.66, for=unknown, for=10.0.0.7 -> 10.0.0.7
			for=198.51.100.66, for=_SEVKISEK, for=10.0.0.7 -> 10.0.0.7
			for=198.51.100.66, proto=https, for=10.0.0.7 -> 10.0.0.7
			for=unknown -> 10.0.0.1
			for=_hidden -> 10.0.0.1
			for="unknown:4711" -> 10.0.0.1
			for=localhost -> 10.0.0.1
			for=evil.example -> 10.0.0.1
			for="evil.example:80" -> 10.0.0.1
			 -> 10.0.0.1
			, -> 10.0.0.1
			for= -> 10.0.0.1
			for="" -> 10.0.0.1
			for -> 10.0.0.1
			= -> 10.0.0.1
			=198.51.100.66 -> 10.0.0.1
			198.51.100.66 -> 10.0.0.1
			by=198.51.100.66 -> 10.0.0.1
			host=198.51.100.66;proto=https -> 10.0.0.1
			xfor=198.51.100.66 -> 10.0.0.1
			for =198.51.100.66 -> 10.0.0.1
			for= 198.51.100.66 -> 10.0.0.1
			for=198.51.100.66 proto=https -> 10.0.0.1
			for=198.51.100.66;for=198.51.100.67 -> 10.0.0.1
			for=198.51.100.66;For=198.51.100.66 -> 10.0.0.1
			for=198.51.100.66=198.51.100.67 -> 10.0.0.1
			for="198.51.100.66"x -> 10.0.0.1
			for="198.51.100.66 -> 10.0.0.1
			for=198.51.100.66" -> 10.0.0.1
			for=198.51.100.66;host=" -> 10.0.0.1
			for=198.51.100.66;x="\\ -> 10.0.0.1
			for=198.51.100.66;x="\\" -> 10.0.0.1
			for="\\"198.51.100.66\\"" -> 10.0.0.1
			for=" 198.51.100.66" -> 10.0.0.1
			for="198.51.100.66, 10.0.0.7" -> 10.0.0.1
			for=198.51.100.66\\, -> 10.0.0.1
			for="[198.51.100.66]" -> 10.0.0.1
			for='198.51.100.66' -> 10.0.0.1
			for=198.051.100.066 -> 10.0.0.1
			""";

	/**
	 * How a forged value comes to us.
	 */
	enum Way {

		/**
		 * The attacker is not behind a proxy.
		 */
		UNTRUSTED_PEER(ATTACKER, "%s", ATTACKER),

		/**
		 * The attacker pretends to have gone through a proxy.
		 */
		UNTRUSTED_PEER_POSING(ATTACKER, "%s, 10.0.0.7", ATTACKER),

		/**
		 * A proxy adds the attacker's address on the same line.
		 */
		APPENDED(PROXY, "%s, " + ATTACKER, ATTACKER),

		/**
		 * A proxy adds it on a line of its own.
		 */
		APPENDED_LINE(PROXY, "%s|" + ATTACKER, ATTACKER),

		/**
		 * Two proxies add what they see.
		 */
		CHAIN(PROXY, "%s, " + ATTACKER + "|10.0.0.2", ATTACKER),

		/**
		 * The proxies speak IPv6.
		 */
		SIX(PROXY, "%s, [2001:db8::9]:4711, fd00::2", "2001:db8:0:0:0:0:0:9"),

		/**
		 * A proxy that does not tell the attacker's address.
		 */
		HIDDEN(PROXY, "%s, unknown", PROXY),

		/**
		 * A proxy hands on what it got.
		 */
		LYING_PROXY(PROXY, "%s", "");

		private final String peer;

		private final String lines;

		private final String address;

		Way(String peer, String lines, String address) {
			this.peer = peer;
			this.lines = lines;
			this.address = address;
		}

	}

	record Forgery(ClientAddressSource source, String forged, String ifProxyLies) {

		List<String> lines(Way way) {
			List<String> lines = new ArrayList<>();
			for (String line : way.lines.split("\\|")) {
				int own = line.startsWith("%s") ? line.indexOf(',') : -1;
				String ofProxies = line.startsWith("%s") ? ((own < 0) ? "" : line.substring(own)) : line;
				lines.add((line.startsWith("%s") ? this.forged : "") + inSyntax(ofProxies));
			}
			return lines;
		}

		private String inSyntax(String ofProxies) {
			boolean standard = this.source == ClientAddressSource.FORWARDED;
			return standard ? ofProxies.replaceAll("[0-9a-z\\[][^, ]*", "For=\"$0\";proto=https") : ofProxies;
		}

	}

	static Stream<Forgery> forgeries() {
		return Stream.concat(forgeries(ClientAddressSource.X_FORWARDED_FOR, X_FORWARDED_FOR),
				forgeries(ClientAddressSource.FORWARDED, FORWARDED));
	}

	private static Stream<Forgery> forgeries(ClientAddressSource source, String table) {
		return table.lines().map((row) -> {
			int arrow = row.lastIndexOf("-> ");
			return new Forgery(source, row.substring(0, arrow).strip(), row.substring(arrow + 3));
		});
	}

	static Stream<Object[]> combinations() {
		return forgeries().flatMap((forgery) -> Stream.of(Way.values()).map((way) -> new Object[] { forgery, way }));
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void ofWhenForgedThenTheOneItShouldBe(Forgery forgery, Way way) {
		boolean standard = forgery.source() == ClientAddressSource.FORWARDED;
		Map<String, List<String>> headers = Map.of(standard ? "Forwarded" : "X-Forwarded-For", forgery.lines(way),
				standard ? "X-Forwarded-For" : "Forwarded", List.of(forgery.forged()), "X-Real-IP",
				List.of(forgery.forged()));
		String expected = (way == Way.LYING_PROXY) ? forgery.ifProxyLies() : way.address;
		assertAddress(forgery.source(), way.peer, headers, expected);
	}

	// the header that is not named does not count, whoever sends it
	@ParameterizedTest
	@MethodSource("forgeries")
	void ofWhenOtherHeaderForgedThenPeer(Forgery forgery) {
		boolean standard = forgery.source() == ClientAddressSource.FORWARDED;
		Map<String, List<String>> headers = Map.of(standard ? "Forwarded" : "X-Forwarded-For",
				List.of(forgery.forged()), "X-Real-IP", List.of(forgery.forged()));
		ClientAddressSource other = standard ? ClientAddressSource.X_FORWARDED_FOR : ClientAddressSource.FORWARDED;
		assertAddress(other, PROXY, headers, PROXY);
		assertAddress(ClientAddressSource.PEER, PROXY, headers, PROXY);
		assertAddress(ClientAddressSource.CONTAINER, PROXY, headers, PROXY);
	}

	@Test
	void tableHoldsEnoughCombinations() {
		assertThat(combinations().count() + forgeries().count()).isGreaterThan(900);
		assertThat(forgeries().distinct().count()).isEqualTo(forgeries().count());
	}

	private static void assertAddress(ClientAddressSource source, String peer, Map<String, List<String>> headers,
			String expected) {
		ClientAddresses addresses = new ClientAddresses(source, PROXIES);
		InetAddress address = addresses.of(peer, (name) -> headers.getOrDefault(name, List.of()));
		assertThat(address).isNotNull().extracting(InetAddress::getHostAddress).isEqualTo(expected);
	}

}
