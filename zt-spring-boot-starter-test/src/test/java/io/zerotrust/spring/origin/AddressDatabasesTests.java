package io.zerotrust.spring.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.access.Origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Databases of addresses: what they tell, what becomes of files that change, and of files
 * that are none.
 */
@ExtendWith(OutputCaptureExtension.class)
class AddressDatabasesTests {

	private static final Duration NEVER = Duration.ofDays(1);

	private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000 + 86_400), ZoneOffset.UTC);

	@TempDir
	private Path folder;

	private Path asn;

	private Path places;

	private long ticks = 1_000_000;

	@BeforeEach
	void write() throws IOException {
		this.asn = this.folder.resolve("asn");
		this.places = this.folder.resolve("places");
		write(this.asn, asnDatabase().bytes());
		write(this.places, placeDatabase().bytes());
	}

	private static DatabaseWriter asnDatabase() throws IOException {
		return new DatabaseWriter().asn("198.51.0.0/16", 64500)
			.asn("203.0.113.0/24", 64501)
			.asn("203.0.113.16/28", 64502)
			.asn("192.0.2.0/24", 4_200_000_000L)
			.asn("2001:db8::/32", 64510)
			.asn("2001:db8:0:1::/64", 64511);
	}

	private static DatabaseWriter placeDatabase() throws IOException {
		return new DatabaseWriter().place("198.51.0.0/16", "DE", 52.5, 13.4)
			.country("203.0.113.0/24", "FR")
			.place("2001:db8::/32", "NZ", -41.3, 174.8)
			.add("192.0.2.0/24", Map.of("traits", Map.of("is_anycast", 1)));
	}

	/**
	 * Write a file so that its time tells.
	 */
	private void write(Path file, byte[] bytes) throws IOException {
		Files.write(file, bytes);
		this.ticks += 1000;
		Files.setLastModifiedTime(file, FileTime.fromMillis(this.ticks));
	}

	@Test
	void ofWhenKnownThenTellsNumberCountryAndPlace() throws IOException {
		try (AddressDatabases databases = both()) {
			assertThat(databases.of(address("198.51.100.7"))).isEqualTo(new Origin(64500, "DE", 52.5, 13.4));
			assertThat(databases.of(address("2001:db8:5::1"))).isEqualTo(new Origin(64510, "NZ", -41.3, 174.8));
			assertThat(databases.of(address("203.0.113.7"))).isEqualTo(new Origin(64501, "FR"));
			assertThat(databases.of(address("203.0.113.7")).isOnMap()).isFalse();
			assertThat(databases.of(address("192.0.2.1"))).isEqualTo(new Origin((int) 4_200_000_000L, ""));
		}
	}

	@Test
	void ofWhenUnknownThenUnknown() throws IOException {
		try (AddressDatabases databases = both()) {
			for (String unknown : List.of("127.0.0.1", "10.0.0.1", "::1", "fe80::1", "2001:db9::1", "0.0.0.0", "::")) {
				assertThat(databases.of(address(unknown))).as(unknown).isSameAs(Origin.unknown());
			}
		}
	}

	@Test
	void ofWhenOneDatabaseThenTellsWhatItKnows() throws IOException {
		try (AddressDatabases numbers = databases(Map.of(DatabaseKind.ASN, this.asn));
				AddressDatabases countries = databases(Map.of(DatabaseKind.LOCATION, this.places))) {
			assertThat(numbers.of(address("198.51.100.7"))).isEqualTo(new Origin(64500, ""));
			assertThat(countries.of(address("203.0.113.7"))).isEqualTo(new Origin(0, "FR"));
		}
	}

	// answers are kept by /24: who asks first must not answer for the others
	@Test
	void ofWhenNetworksAreSmallerThanWhatIsKeptThenToldApart() throws IOException {
		try (AddressDatabases databases = both()) {
			for (int i = 0; i < 2; i++) {
				assertThat(databases.of(address("203.0.113.17")).asn()).isEqualTo(64502);
				assertThat(databases.of(address("203.0.113.200")).asn()).isEqualTo(64501);
				assertThat(databases.of(address("203.0.113.18")).asn()).isEqualTo(64502);
				assertThat(databases.of(address("2001:db8:0:1::1")).asn()).isEqualTo(64511);
				assertThat(databases.of(address("2001:db8:0:2::1")).asn()).isEqualTo(64510);
			}
		}
	}

	@Test
	void ofWhenCallersInventAddressesThenFewAreKept() throws IOException {
		try (AddressDatabases databases = both()) {
			for (int i = 0; i < 30_000; i++) {
				databases.of(InetAddress.getByAddress(new byte[] { 11, (byte) (i >> 16), (byte) (i >> 8), (byte) i }));
				databases.of(InetAddress.getByAddress(new byte[] { 12, (byte) (i >> 16), (byte) (i >> 8), (byte) i, 0,
						0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }));
			}
			assertThat(databases.knownPrefixes()).isLessThanOrEqualTo(50_000);
		}
	}

	@Test
	void lookWhenFileChangedThenReadAnewAndNothingOldIsKept() throws IOException {
		try (AddressDatabases databases = both()) {
			assertThat(databases.of(address("198.51.100.7")).asn()).isEqualTo(64500);
			write(this.asn, new DatabaseWriter().built(1_700_086_000).asn("198.51.0.0/16", 64999).bytes());
			assertThat(databases.of(address("198.51.100.7")).asn()).isEqualTo(64500);
			databases.look();
			assertThat(databases.knownPrefixes()).isZero();
			assertThat(databases.of(address("198.51.100.7"))).isEqualTo(new Origin(64999, "DE", 52.5, 13.4));
			assertThat(databases.status()).extracting(DatabaseStatus::age)
				.containsExactly(Duration.ofSeconds(400), Duration.ofDays(1));
		}
	}

	@Test
	void lookWhenNothingChangedThenNothingIsReadOrForgotten() throws IOException {
		try (AddressDatabases databases = both()) {
			databases.of(address("198.51.100.7"));
			databases.look();
			assertThat(databases.knownPrefixes()).isOne();
		}
	}

	@Test
	void lookWhenNewFileIsBrokenThenOldOneStaysAndOneWarning(CapturedOutput output) throws IOException {
		byte[] good = asnDatabase().bytes();
		try (AddressDatabases databases = both()) {
			write(this.asn, Arrays.copyOf(good, good.length / 2));
			for (int i = 0; i < 3; i++) {
				databases.look();
			}
			assertThat(databases.of(address("198.51.100.7")).asn()).isEqualTo(64500);
			assertThat(databases.status().get(0).failures()).isOne();
			assertThat(databases.status().get(0).failure()).isEqualTo("it is no whole database in MaxMind's format");
			assertThat(databases.status().get(1).failure()).isNull();
			assertThat(output.toString().split("cannot be read", -1)).hasSize(2);
			Files.delete(this.asn);
			databases.look();
			databases.look();
			assertThat(databases.of(address("198.51.100.8")).asn()).isEqualTo(64500);
			assertThat(databases.status().get(0).failures()).isEqualTo(2);
			write(this.asn, new DatabaseWriter().asn("198.51.0.0/16", 64999).bytes());
			databases.look();
			assertThat(databases.of(address("198.51.100.7")).asn()).isEqualTo(64999);
			assertThat(databases.status().get(0).failure()).isNull();
			assertThat(databases.status().get(0).failures()).isEqualTo(2);
		}
	}

	@Test
	void createWhenTimePassesThenLooksByItself() throws Exception {
		try (AddressDatabases databases = new AddressDatabases(Map.of(DatabaseKind.ASN, this.asn),
				Duration.ofMillis(20), CLOCK)) {
			write(this.asn, new DatabaseWriter().asn("198.51.0.0/16", 64999).bytes());
			for (int i = 0; i < 500 && databases.of(address("198.51.100.7")).asn() != 64999; i++) {
				Thread.sleep(10);
			}
			assertThat(databases.of(address("198.51.100.7")).asn()).isEqualTo(64999);
		}
	}

	@Test
	void createWhenNoDatabaseThenSaysWhy() throws IOException {
		assertRefused(DatabaseKind.ASN, this.folder.resolve("nowhere"), "there is no such file");
		assertRefused(DatabaseKind.ASN, this.folder, "there is no such file");
		assertRefused(DatabaseKind.ASN, this.places, "it has no autonomous systems");
		assertRefused(DatabaseKind.LOCATION, this.asn, "it has no countries");
		Path file = this.folder.resolve("file");
		byte[] good = asnDatabase().bytes();
		for (byte[] bad : List.of(new byte[0], "no database".getBytes(), Arrays.copyOf(good, good.length - 40),
				Arrays.copyOfRange(good, 200, good.length))) {
			Files.write(file, bad);
			assertRefused(DatabaseKind.ASN, file, "it is no whole database in MaxMind's format");
		}
		write(file, new DatabaseWriter().add("198.51.0.0/16", Map.of("autonomous_system_number", "AS64500")).bytes());
		assertRefused(DatabaseKind.ASN, file, "it is no whole database in MaxMind's format");
		write(file, new DatabaseWriter().add("198.51.0.0/16", Map.of("country", "DE")).bytes());
		assertRefused(DatabaseKind.LOCATION, file, "it is no whole database in MaxMind's format");
	}

	// a file that went bad on its way is refused, or tells something; nothing is thrown
	@Test
	void ofWhenFileIsDamagedThenNeverThrows() throws IOException {
		byte[] good = asnDatabase().bytes();
		Random random = new Random(7);
		int read = 0;
		for (int i = 0; i < 600; i++) {
			byte[] bad = good.clone();
			bad[random.nextInt(bad.length)] = (byte) random.nextInt();
			Files.write(this.asn, bad);
			try (AddressDatabases databases = databases(Map.of(DatabaseKind.ASN, this.asn))) {
				read++;
				for (String asked : List.of("198.51.100.7", "203.0.113.17", "2001:db8::1", "10.0.0.1")) {
					assertThat(databases.of(address(asked))).isNotNull();
				}
			}
			catch (UnreadableDatabaseException ex) {
				assertThat(ex).hasMessageStartingWith("it ");
			}
		}
		assertThat(read).isBetween(1, 599);
	}

	private static void assertRefused(DatabaseKind kind, Path file, String words) {
		assertThatExceptionOfType(UnreadableDatabaseException.class).isThrownBy(() -> databases(Map.of(kind, file)))
			.withMessage(words)
			.satisfies((refused) -> assertThat(refused.kind()).isEqualTo(kind));
	}

	private AddressDatabases both() throws UnreadableDatabaseException {
		return databases(new EnumMap<>(Map.of(DatabaseKind.ASN, this.asn, DatabaseKind.LOCATION, this.places)));
	}

	private static AddressDatabases databases(Map<DatabaseKind, Path> files) throws UnreadableDatabaseException {
		return new AddressDatabases(files, NEVER, CLOCK);
	}

	private static InetAddress address(String literal) throws UnknownHostException {
		return InetAddress.getByName(literal);
	}

}
