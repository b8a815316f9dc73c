package io.zerotrust.risk.learned;

import java.lang.management.ManagementFactory;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Requests;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.risk.baseline.PseudonymKeys;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTests {

	private static final String SECRET = "a secret of at least 32 characters";

	private static final int DAY = Look.NOON / Decay.DAY;

	private final Pseudonyms pseudonyms = pseudonyms(SECRET);

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
		assertThat(this.pseudonyms.of(DAY).network(six)).isEqualTo(network("198.51.100.9"));
	}

	@Test
	void networkWhenSixBytesLookLikeFourThenNotTheSame() {
		assertThat(network("0:0:c6::1")).isNotEqualTo(network("0.0.198.1"));
	}

	@Test
	void valueWhenMissingThenAbsent() {
		assertThat(this.pseudonyms.of(DAY).network(null)).isEqualTo(Sample.ABSENT);
		assertThat(this.pseudonyms.device(null)).isEqualTo(Sample.ABSENT);
		assertThat(AgentFamily.value(null)).isEqualTo(Sample.ABSENT);
		assertThat(this.pseudonyms.device("")).isNotEqualTo(Sample.ABSENT);
	}

	// who knows the values must not be able to tell whose they are
	@Test
	void hashWhenAnotherSecretThenAnother() {
		Pseudonyms other = pseudonyms(SECRET + "!");
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

	// 31 January to 1 February, and so on
	@Test
	void networkWhenMonthEndsThenStillKnownForOneMonth() {
		InetAddress client = Requests.address("198.51.100.7");
		int january = network(LocalDate.of(2026, 1, 31), client);
		assertThat(network(LocalDate.of(2026, 1, 1), client)).isEqualTo(january);
		assertThat(network(LocalDate.of(2026, 2, 1), client)).isNotEqualTo(january);
		assertThat(former(LocalDate.of(2026, 2, 1), client)).isEqualTo(january);
		assertThat(former(LocalDate.of(2026, 2, 28), client)).isEqualTo(january);
		assertThat(former(LocalDate.of(2026, 3, 1), client)).isNotEqualTo(january);
		assertThat(network(LocalDate.of(2027, 1, 15), client)).as("nor in a year").isNotEqualTo(january);
		assertThat(former(LocalDate.of(2026, 1, 5), client)).as("who comes late meets the key of then")
			.isEqualTo(network(LocalDate.of(2025, 12, 31), client));
	}

	// what is familiar in January is in February, and not in March if never seen since
	@Test
	void networkWhenFamiliarThenForThisMonthAndTheNext() {
		InetAddress client = Requests.address("198.51.100.7");
		int[] words = new int[Layout.SIZE];
		FamiliarTable table = Layout.table(Facet.NETWORK);
		LocalDate january = LocalDate.of(2026, 1, 20);
		table.learn(words, network(january, client), former(january, client), 5);
		LocalDate february = LocalDate.of(2026, 2, 20);
		LocalDate march = LocalDate.of(2026, 3, 20);
		assertThat(table.weight(words, network(february, client), former(february, client), 1)).isEqualTo(5);
		assertThat(table.weight(words, network(march, client), former(march, client), 1)).isZero();
		table.learn(words, network(february, client), former(february, client), 1);
		assertThat(table.weight(words, network(march, client), former(march, client), 1)).isEqualTo(6);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 24_855, Integer.MAX_VALUE / Decay.DAY })
	void ofWhenDayIsAbsurdThenKeysAllTheSame(int day) {
		InetAddress client = Requests.address("198.51.100.7");
		assertThat(this.pseudonyms.of(day).network(client)).isEqualTo(this.pseudonyms.of(day).network(client))
			.isNotEqualTo(Sample.ABSENT);
	}

	@Test
	void principalWhenPartsAreCutOtherwiseThenAnother() {
		Set<PrincipalKey> keys = new HashSet<>();
		keys.add(this.pseudonyms.principal("ab", "c", "", List.of()));
		keys.add(this.pseudonyms.principal("a", "bc", "", List.of()));
		keys.add(this.pseudonyms.principal("", "abc", "", List.of()));
		keys.add(this.pseudonyms.principal("", "", "abc", List.of()));
		keys.add(this.pseudonyms.principal("ab", "", "c", List.of()));
		keys.add(this.pseudonyms.principal("ab", "", "", List.of("c")));
		keys.add(this.pseudonyms.principal("a", "", "", List.of("b", "c")));
		keys.add(this.pseudonyms.principal("a", "", "", List.of("bc")));
		keys.add(this.pseudonyms.principal("a", "", "", List.of("c", "b")));
		keys.add(this.pseudonyms.principal("1:a", "", "", List.of()));
		keys.add(this.pseudonyms.principal("a", "0:", "", List.of()));
		keys.add(this.pseudonyms.principal("a", "", "0:", List.of()));
		assertThat(keys).hasSize(12);
		assertThat(keys).contains(this.pseudonyms.principal("a", "", "", List.of("b", "c")));
	}

	// a caller names its device, and must not rename what everybody's TLS looks like
	@Test
	void fingerprintWhenADeviceIsNamedLikeItThenItsOwn() {
		Pseudonyms other = pseudonyms(SECRET);
		String ja4 = "t13d1516h2_8daaf6152771_e5627efa2ab1";
		int device = this.pseudonyms.device(ja4);
		assertThat(this.pseudonyms.fingerprint(ja4)).isEqualTo(other.fingerprint(ja4)).isNotEqualTo(device);
		assertThat(other.device(ja4)).isEqualTo(device);
	}

	@ParameterizedTest
	@CsvSource({ "4711,4711", "0,0", "007,7", "999999999999999999,999999999999999999", "9223372036854775807,-1",
			"10000000000000000000,-1", "-1,-1", "4a,-1", "'',-1", "' 1',-1", "\u0664\u0665,-1", "\uD83D,-1" })
	void objectWhenIdIsANumberThenItsValue(String id, long expected) {
		Touch touch = this.pseudonyms.object(new TouchedObject("order", id.isEmpty() ? "" : id));
		assertThat(touch.number()).isEqualTo(expected);
		assertThat(touch.hash()).isNotEqualTo(this.pseudonyms.object(new TouchedObject("orde", "r" + id)).hash());
	}

	@Test
	void digestWhenEightThreadsThenAsAlone() throws InterruptedException {
		Pseudonyms alone = pseudonyms(SECRET);
		int[] expected = new int[500];
		for (int i = 0; i < expected.length; i++) {
			expected[i] = alone.device("device-" + i);
		}
		Crew.run(8, (thread) -> {
			for (int i = 0; i < expected.length; i++) {
				assertThat(this.pseudonyms.device("device-" + i) == expected[i]).isTrue();
			}
		});
	}

	private static Pseudonyms pseudonyms(String secret) {
		return new Pseudonyms(PseudonymKeys.of(secret));
	}

	private int network(LocalDate day, InetAddress client) {
		return this.pseudonyms.of((int) day.toEpochDay()).network(client);
	}

	private int former(LocalDate day, InetAddress client) {
		return this.pseudonyms.of((int) day.toEpochDay()).formerNetwork(client);
	}

	private int network(String address) {
		return this.pseudonyms.of(DAY).network(Requests.address(address));
	}

	// one caller may send as many ids as he likes, each as long as a header may be
	@Test
	void deviceWhenIdsAreLongThenNotKept() {
		Pseudonyms pseudonyms = pseudonyms(SECRET);
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
