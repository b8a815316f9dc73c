package io.zerotrust.risk.learned;

import java.lang.management.ManagementFactory;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.Requests;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTests {

	private final Pseudonyms pseudonyms = new Pseudonyms(new SecureRandom());

	@ParameterizedTest
	@CsvSource({ "198.51.100.7,198.51.100.200,true", "198.51.100.7,198.51.101.7,false",
			"198.51.100.7,198.50.100.7,false", "2001:db8:1::1,2001:db8:1:ffff::2,true",
			"2001:db8:1::1,2001:db8:2::1,false" })
	void networkWhenAddressesShareThePrefixThenSame(String one, String other, boolean same) {
		assertThat(network(one) == network(other)).isEqualTo(same);
		assertThat(network(one)).isEqualTo(network(one)).isNotEqualTo(Sample.ABSENT);
	}

	@Test
	void networkWhenIpv4IsMappedThenSameAsPlain() throws UnknownHostException {
		byte[] mapped = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 198, 51, 100, 7 };
		InetAddress six = Inet6Address.getByAddress("", mapped, -1);
		assertThat(this.pseudonyms.network(six)).isEqualTo(network("198.51.100.9"));
	}

	@Test
	void networkWhenSixBytesLookLikeFourThenNotTheSame() {
		assertThat(network("0:0:c6::1")).isNotEqualTo(network("0.0.198.1"));
	}

	@Test
	void valueWhenMissingThenAbsent() {
		assertThat(this.pseudonyms.network(null)).isEqualTo(Sample.ABSENT);
		assertThat(this.pseudonyms.device(null)).isEqualTo(Sample.ABSENT);
		assertThat(AgentFamily.value(null)).isEqualTo(Sample.ABSENT);
		assertThat(this.pseudonyms.device("")).isNotEqualTo(Sample.ABSENT);
	}

	// who knows the values must not be able to tell whose they are
	@Test
	void hashWhenAnotherProcessThenAnother() {
		Pseudonyms other = new Pseudonyms(new SecureRandom());
		int same = 0;
		for (int i = 0; i < 100; i++) {
			same += (this.pseudonyms.device("device-" + i) == other.device("device-" + i)) ? 1 : 0;
		}
		assertThat(same).isZero();
	}

	@Test
	void deviceWhenPushedOutOfTheCacheThenSame() {
		int before = this.pseudonyms.device("mine");
		for (int i = 0; i < 20_000; i++) {
			this.pseudonyms.device("device-" + i);
		}
		assertThat(this.pseudonyms.device("mine")).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"CHROME|Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
			"CHROME|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/141.0 Mobile/15E148 Safari/604.1",
			"EDGE|Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
			"OPERA|Mozilla/5.0 AppleWebKit/537.36 Chrome/141.0 Safari/537.36 OPR/120.0",
			"SAMSUNG|Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
			"FIREFOX|Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
			"SAFARI|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
			"BOT|Mozilla/5.0 (compatible; examplebot/2.1)", "CURL|curl/8.5.0", "WGET|Wget/1.21", "OKHTTP|okhttp/4.12.0",
			"JAVA|Java-http-client/17.0.1", "JAVA|Apache-HttpClient/5.3 (Java/21)", "PYTHON|python-requests/2.32",
			"GO|Go-http-client/2.0", "NODE|axios/1.7", "POSTMAN|PostmanRuntime/7.40", "OTHER|shop", "OTHER|''" })
	void agentWhenReadThenFamily(AgentFamily family, String userAgent) {
		assertThat(AgentFamily.of(userAgent)).isEqualTo(family);
	}

	@Test
	void agentWhenLongThenOnlyItsBeginningCounts() {
		assertThat(AgentFamily.of("x".repeat(100_000) + "curl/8")).isEqualTo(AgentFamily.OTHER);
	}

	private int network(String address) {
		return this.pseudonyms.network(Requests.address(address));
	}

	// one caller may send as many ids as he likes, each as long as a header may be
	@Test
	void deviceWhenIdsAreLongThenNotKept() {
		Pseudonyms pseudonyms = new Pseudonyms(new SecureRandom());
		String filler = "x".repeat(16_384);
		long before = used();
		for (int i = 0; i < 4096; i++) {
			pseudonyms.device(i + filler);
		}
		assertThat(used() - before).as("bytes").isLessThan(16L * 1024 * 1024);
		assertThat(pseudonyms.device(1 + filler)).isEqualTo(pseudonyms.device(1 + filler))
			.isNotEqualTo(pseudonyms.device(2 + filler));
	}

	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
