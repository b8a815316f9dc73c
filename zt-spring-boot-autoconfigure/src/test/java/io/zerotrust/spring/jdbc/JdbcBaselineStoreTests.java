package io.zerotrust.spring.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.zerotrust.risk.baseline.BaselineStore.Replaced;
import io.zerotrust.spring.jdbc.JdbcBaselineSchema.Creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Against H2, in memory.
 */
class JdbcBaselineStoreTests {

	private static final int LIMIT = 8 * 1024 * 1024;

	private static int databases;

	private final BreakableDataSource database = new BreakableDataSource(database(""));

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	private final JdbcBaselineStore store = store("orders");

	@Test
	void loadWhenNothingWasSavedThenEmpty() throws IOException {
		assertThat(this.store.load()).isEmpty();
	}

	@Test
	void loadWhenSavedThenIsTheLastOneInRowsOfAMegabyte() throws IOException {
		byte[] large = random(2 * 1024 * 1024 + 17);
		assertThat(this.store.save(random(100))).isEqualTo(Replaced.OWN);
		assertThat(this.store.save(large)).isEqualTo(Replaced.OWN);
		assertThat(bytes(this.store.load())).isEqualTo(large);
		assertThat(bytes(store("orders").load())).isEqualTo(large);
		assertThat(rows()).isEqualTo(3);
		assertThat(this.jdbc.queryForObject("select max(octet_length(content)) from zt_baselines", Long.class))
			.isEqualTo(1024 * 1024);
	}

	@Test
	void saveWhenOthersSaveUnderAnotherNameThenTheyDoNotMeet() throws IOException {
		JdbcBaselineStore other = store("shop");
		this.store.save(new byte[] { 1 });
		other.save(new byte[] { 2 });
		assertThat(this.store.save(new byte[] { 3 })).isEqualTo(Replaced.OWN);
		assertThat(bytes(this.store.load())).containsExactly(3);
		assertThat(bytes(other.load())).containsExactly(2);
	}

	@Test
	void saveWhenAnotherInstanceSavedMeanwhileThenTheLastOneWinsAndSaysSo() throws IOException {
		JdbcBaselineStore other = store("orders");
		this.store.save(new byte[] { 1 });
		assertThat(bytes(other.load())).containsExactly(1);
		assertThat(other.save(new byte[] { 2 })).isEqualTo(Replaced.OWN);
		assertThat(this.store.save(new byte[] { 3 })).isEqualTo(Replaced.OTHERS);
		assertThat(bytes(other.load())).containsExactly(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert", "delete", "commit" })
	void saveWhenItBreaksInTheMiddleThenTheFormerOneIsStillThere(String at) throws IOException {
		byte[] before = random(1024 * 1024 + 1);
		this.store.save(before);
		this.database.breaksAt = at;
		assertThatIOException().isThrownBy(() -> this.store.save(random(2 * 1024 * 1024)))
			.withMessageContaining("broken at " + at);
		this.database.breaksAt = null;
		assertThat(Arrays.equals(bytes(store("orders").load()), before)).isTrue();
		assertThat(rows()).isEqualTo(2);
		assertThat(this.store.save(new byte[] { 9 })).isEqualTo(Replaced.OWN);
		assertThat(bytes(this.store.load())).containsExactly(9);
	}

	@Test
	void saveWhenInstancesSaveAtTheSameTimeThenNeverAMixture() throws Exception {
		this.store.load();
		ExecutorService threads = Executors.newFixedThreadPool(3);
		CountDownLatch begin = new CountDownLatch(1);
		List<Future<?>> all = new ArrayList<>();
		for (int instance = 1; instance <= 2; instance++) {
			byte[] snapshot = new byte[1024 * 1024 + 500];
			Arrays.fill(snapshot, (byte) instance);
			JdbcBaselineStore own = store("orders");
			all.add(threads.submit(during(begin, () -> {
				int saved = 0;
				for (int i = 0; i < 15; i++) {
					try {
						own.save(snapshot);
						saved++;
					}
					catch (IOException ex) {
						// lost its turn three times; the next period is another try
					}
				}
				return assertThat(saved).isPositive();
			})));
		}
		JdbcBaselineStore reader = store("orders");
		all.add(threads.submit(during(begin, () -> {
			for (int i = 0; i < 30; i++) {
				Optional<InputStream> stored = reader.load();
				if (stored.isPresent()) {
					assertWhole(bytes(stored));
				}
			}
			return true;
		})));
		begin.countDown();
		for (Future<?> one : all) {
			one.get();
		}
		threads.shutdown();
		assertWhole(bytes(reader.load()));
		assertThat(rows()).isEqualTo(2);
	}

	private static Callable<?> during(CountDownLatch begin, Callable<?> task) {
		return () -> {
			begin.await();
			return task.call();
		};
	}

	private static void assertWhole(byte[] snapshot) {
		assertThat(snapshot).hasSize(1024 * 1024 + 500);
		assertThat(snapshot[0]).isEqualTo(snapshot[snapshot.length - 1]);
	}

	@Test
	void setAsideWhenLoadedThenRowsAreKeptAndTheNextSaveDoesNotTouchThem() throws IOException {
		this.store.save(new byte[] { 1 });
		this.store.load();
		assertThat(this.store.setAside("corrupt-20261122T120000.000Z"))
			.isEqualTo("rows with the baseline_name orders.corrupt-20261122T120000.000Z");
		assertThat(this.store.load()).isEmpty();
		assertThat(this.store.save(new byte[] { 2 })).isEqualTo(Replaced.OWN);
		assertThat(bytes(store("orders.corrupt-20261122T120000.000Z").load())).containsExactly(1);
	}

	@Test
	void setAsideWhenAnotherInstanceReplacedItThenThatOneStays() throws IOException {
		this.store.save(new byte[] { 1 });
		this.store.load();
		store("orders").save(new byte[] { 2 });
		assertThatIOException().isThrownBy(() -> this.store.setAside("corrupt-1"))
			.withMessageContaining("replaced it meanwhile");
		assertThat(bytes(this.store.load())).containsExactly(2);
	}

	@Test
	void loadWhenLongerThanTheLimitThenReadsOneByteMoreAndNotAll() throws IOException {
		this.store.save(random(3 * 1024 * 1024));
		JdbcBaselineStore small = new JdbcBaselineStore(this.database, schema(Creation.NEVER), "orders", 1024 * 1024,
				Duration.ofSeconds(5));
		assertThat(bytes(small.load())).hasSize(1024 * 1024 + 1);
	}

	@Test
	void loadWhenDatabaseIsAwayThenSaysSoWithoutItsAddressAndComesBack() throws IOException {
		this.store.save(new byte[] { 1 });
		this.database.away = true;
		JdbcBaselineStore started = store("orders");
		assertThatIOException().isThrownBy(started::load)
			.withMessageStartingWith("the database failed: ")
			.withMessageNotContaining("hunter2");
		assertThatIOException().isThrownBy(() -> started.save(new byte[] { 2 })).withMessageNotContaining("hunter2");
		this.database.away = false;
		assertThat(bytes(started.load())).containsExactly(1);
	}

	@Test
	void loadWhenNobodyCreatesTheTableThenFails() {
		JdbcBaselineStore never = new JdbcBaselineStore(this.database, schema(Creation.NEVER), "orders", LIMIT,
				Duration.ofSeconds(5));
		assertThatIOException().isThrownBy(never::load).withMessageContaining("ZT_BASELINES");
	}

	@Test
	void loadWhenTableIsThereThenItIsNotCreatedAgain() throws IOException {
		new JdbcBaselineStore(this.database, schema(Creation.EMBEDDED), "orders", LIMIT, Duration.ofSeconds(5))
			.save(new byte[] { 1 });
		assertThat(bytes(this.store.load())).containsExactly(1);
	}

	/**
	 * H2 imitates the others; it knows their types, not all they do.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "PostgreSQL", "MySQL", "MariaDB" })
	void saveWhenTableIsOfAnotherDatabaseThenHolds(String mode) throws IOException {
		DriverManagerDataSource other = database(";MODE=" + mode + ";DATABASE_TO_LOWER=TRUE");
		new ResourceDatabasePopulator(
				new ClassPathResource("io/zerotrust/spring/jdbc/schema-" + mode.toLowerCase(Locale.ROOT) + ".sql"))
			.execute(other);
		JdbcBaselineStore there = new JdbcBaselineStore(other, new JdbcBaselineSchema(other, Creation.NEVER), "orders",
				LIMIT, Duration.ofSeconds(5));
		byte[] large = random(1024 * 1024 + 1);
		there.save(large);
		there.save(large);
		assertThat(bytes(there.load())).isEqualTo(large);
		assertThat(there.setAside("corrupt-1")).contains("orders.corrupt-1");
	}

	private JdbcBaselineStore store(String name) {
		return new JdbcBaselineStore(this.database, schema(Creation.ALWAYS), name, LIMIT, Duration.ofSeconds(5));
	}

	private JdbcBaselineSchema schema(Creation creation) {
		return new JdbcBaselineSchema(this.database, creation);
	}

	private int rows() {
		Integer rows = this.jdbc.queryForObject("select count(*) from zt_baselines", Integer.class);
		return (rows != null) ? rows : -1;
	}

	private static synchronized DriverManagerDataSource database(String options) {
		databases++;
		return new DriverManagerDataSource("jdbc:h2:mem:baselines" + databases + ";DB_CLOSE_DELAY=-1" + options);
	}

	private static byte[] bytes(Optional<InputStream> stored) throws IOException {
		try (InputStream in = stored.orElseThrow()) {
			return in.readAllBytes();
		}
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
