package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.baseline.BaselineStatus.State;
import io.zerotrust.risk.baseline.BaselineStatus;
import io.zerotrust.risk.baseline.BaselineStore;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.spring.actuate.BaselinesHealthIndicator;
import io.zerotrust.spring.jdbc.BreakableDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is learned before a restart, after it: with a file, a database, and either of them
 * broken.
 */
@ExtendWith(OutputCaptureExtension.class)
class ZtBaselineAutoConfigurationTests {

	private static final String SECRET = "zt.risk.pseudonym-secret=a secret of at least 32 characters";

	private static final String NAME = "zt.risk.baselines.jdbc.name=orders";

	private static int databases;

	private final List<LogRecord> log = new CopyOnWriteArrayList<>();

	private final Handler handler = new Handler() {

		@Override
		public void publish(LogRecord line) {
			ZtBaselineAutoConfigurationTests.this.log.add(line);
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	};

	@TempDir
	private Path directory;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZtRiskAutoConfiguration.class, ZtJdbcBaselineAutoConfiguration.class,
				ZtBaselineAutoConfiguration.class, ZtBaselineHealthAutoConfiguration.class))
		.withPropertyValues(SECRET);

	@BeforeEach
	void listen() {
		Logger.getLogger("io.zerotrust.baselines").addHandler(this.handler);
	}

	@AfterEach
	void listenNoMore() {
		Logger.getLogger("io.zerotrust.baselines").removeHandler(this.handler);
	}

	private List<String> lines(Level level) {
		return this.log.stream().filter((line) -> line.getLevel() == level).map(LogRecord::getMessage).toList();
	}

	@Test
	void startWhenNothingIsSetThenNothingIsKeptAndThereIsNoThread() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ZtRiskAutoConfiguration.class, ZtJdbcBaselineAutoConfiguration.class,
							ZtBaselineAutoConfiguration.class, ZtBaselineHealthAutoConfiguration.class))
			.withBean(LearnedWords.class, () -> new LearnedWords("alice"))
			.withClassLoader(new FilteredClassLoader(DataSource.class, JdbcTemplate.class))
			.run((context) -> {
				assertThat(status(context).state()).isEqualTo(State.NONE);
				assertThat(context.getBean(BaselineSchedule.class).isRunning()).isFalse();
				assertThat(context.getBean(PseudonymKeys.class).isLasting()).isFalse();
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			});
	}

	@Test
	void restartWhenThereIsAFileThenIsWarm() {
		withFile(new LearnedWords("alice")).run((context) -> {
			assertThat(status(context).state()).isEqualTo(State.COLD);
			assertThat(health(context).getDetails()).containsEntry("why", "nothing was stored");
		});
		LearnedWords after = new LearnedWords();
		withFile(after).run((context) -> {
			assertThat(status(context).state()).isEqualTo(State.WARM);
			assertThat(after.words()).containsExactly("alice");
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("state", "warm").containsKey("restored");
		});
	}

	@Test
	void restartWhenFileIsCorruptThenOneClearLineColdAndKeptAside() throws IOException {
		withFile(new LearnedWords("alice")).run((context) -> assertThat(context).hasNotFailed());
		byte[] bytes = Files.readAllBytes(file());
		bytes[bytes.length / 2] ^= 1;
		Files.write(file(), bytes);
		LearnedWords after = new LearnedWords("bob");
		withFile(after).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(status(context).state()).isEqualTo(State.COLD);
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(after.words()).containsExactly("bob");
		});
		assertThat(lines(Level.SEVERE)).singleElement()
			.asString()
			.contains(file() + " is refused: ", "kept as " + file() + ".corrupt-");
		try (Stream<Path> files = Files.list(this.directory)) {
			Path aside = files.filter((path) -> path.toString().contains(".corrupt-")).findFirst().orElseThrow();
			assertThat(Files.readAllBytes(aside)).isEqualTo(bytes);
		}
		assertThat(Files.readAllBytes(file())).isNotEqualTo(bytes);
	}

	@Test
	void restartWhenSecretIsAnotherThenColdAndSaysSo() {
		withFile(new LearnedWords("alice")).run((context) -> assertThat(context).hasNotFailed());
		withFile(new LearnedWords())
			.withPropertyValues("zt.risk.pseudonym-secret=another secret of at least 32 characters")
			.run((context) -> assertThat(status(context).why()).contains("under a secret with the fingerprint"));
		assertThat(lines(Level.SEVERE)).singleElement()
			.asString()
			.contains(".other-secret-")
			.doesNotContain("another secret");
	}

	@Test
	void startWhenSecretIsInAFileThenItIsThatWithoutItsLineEnd() throws IOException {
		Path secret = Files.writeString(this.directory.resolve("secret"), "a secret of at least 32 characters\n");
		this.runner.withPropertyValues("zt.risk.pseudonym-secret=file:" + secret)
			.run((context) -> assertThat(context.getBean(PseudonymKeys.class).fingerprint())
				.isEqualTo(PseudonymKeys.of("a secret of at least 32 characters").fingerprint()));
	}

	@Test
	void runWhenPeriodIsOverThenSaves() {
		withFile(new LearnedWords("alice")).withPropertyValues("zt.risk.baselines.save-every=1s").run((context) -> {
			assertThat(status(context).saved()).isNull();
			await(context, (status) -> status.saved() != null);
			assertThat(file()).exists();
			assertThat(Thread.getAllStackTraces().keySet())
				.anyMatch((thread) -> thread.getName().equals("zt-baselines"));
		});
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("zt-baselines"));
	}

	@Test
	void restartWhenThereIsADatabaseThenIsWarm() {
		BreakableDataSource database = database();
		withDatabase(database, new LearnedWords("alice"))
			.run((context) -> assertThat(status(context).state()).isEqualTo(State.COLD));
		LearnedWords after = new LearnedWords();
		withDatabase(database, after).run((context) -> {
			assertThat(status(context).state()).isEqualTo(State.WARM);
			assertThat(after.words()).containsExactly("alice");
		});
	}

	@Test
	void startWhenBootMakesTheDatabaseThenItIsUsed() {
		this.runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues(NAME)
			.withBean(LearnedWords.class, LearnedWords::new)
			.run((context) -> assertThat(status(context).place())
				.isEqualTo("table zt_baselines, baseline_name orders"));
	}

	@Test
	void startWhenDatabaseIsAwayThenStartsColdAndLeavesWhatIsStoredAlone(CapturedOutput output) {
		BreakableDataSource database = database();
		withDatabase(database, new LearnedWords("alice")).run((context) -> assertThat(context).hasNotFailed());
		database.away = true;
		withDatabase(database, new LearnedWords("bob")).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(status(context).state()).isEqualTo(State.UNREAD);
			assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
			database.away = false;
			// still does not save: what is stored was not read
			context.getBean(BaselineKeeper.class).save();
			assertThat(status(context).saved()).isNull();
		});
		assertThat(lines(Level.WARNING)).singleElement()
			.asString()
			.contains("nothing is saved until it was read")
			.doesNotContain("hunter2");
		assertThat(output).contains("what was learned is lost");
		LearnedWords after = new LearnedWords();
		withDatabase(database, after).run((context) -> assertThat(after.words()).containsExactly("alice"));
	}

	@Test
	void runWhenDatabaseComesBackThenIsWarmAndSavesAgain() {
		BreakableDataSource database = database();
		withDatabase(database, new LearnedWords("alice")).run((context) -> assertThat(context).hasNotFailed());
		database.away = true;
		LearnedWords late = new LearnedWords("bob");
		withDatabase(database, late).withPropertyValues("zt.risk.baselines.save-every=1s").run((context) -> {
			assertThat(status(context).state()).isEqualTo(State.UNREAD);
			database.away = false;
			await(context, (status) -> status.saved() != null);
			assertThat(status(context).state()).isEqualTo(State.WARM);
			assertThat(late.words()).containsExactly("alice");
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void startWhenDatabaseHangsThenWaitsNoLongerThanTheTimeoutNeitherAtTheEnd(CapturedOutput output) {
		BreakableDataSource database = database();
		database.slow = 20_000;
		long start = System.nanoTime();
		withDatabase(database, new LearnedWords()).withPropertyValues("zt.risk.baselines.timeout=200ms")
			.run((context) -> assertThat(status(context).state()).isEqualTo(State.UNREAD));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		assertThat(output).contains("was not there after 200ms");
	}

	@Test
	void stopWhenSavingFailsThenTheEndIsNotHeldUpAndTheFormerOneStays() {
		BreakableDataSource database = database();
		withDatabase(database, new LearnedWords("alice")).run((context) -> assertThat(context).hasNotFailed());
		LearnedWords words = new LearnedWords();
		withDatabase(database, words).run((context) -> {
			words.words().add("bob");
			database.breaksAt = "commit";
		});
		database.breaksAt = null;
		LearnedWords after = new LearnedWords();
		withDatabase(database, after).run((context) -> assertThat(after.words()).containsExactly("alice"));
	}

	@Test
	void startWhenApplicationHasAStoreThenItIsTaken() {
		CountDownLatch saved = new CountDownLatch(1);
		this.runner.withBean(LearnedWords.class, LearnedWords::new)
			.withBean(BaselineStore.class, () -> new OwnStore(saved))
			.run((context) -> assertThat(status(context).place()).isEqualTo("own"));
		assertThat(saved.getCount()).isZero();
	}

	@Test
	void startWhenStoresCannotBeMeantThenFailsAndSaysWhatToWrite() {
		assertFails(List.of("zt.risk.baselines.file=/tmp/b", NAME),
				"zt.risk.baselines.file is /tmp/b beside zt.risk.baselines.jdbc.name, which is orders.");
		assertFails(List.of(NAME), "zt.risk.baselines.jdbc.name is orders, and there is no single DataSource to use.");
		this.runner.withBean(BaselineStore.class, () -> new OwnStore(new CountDownLatch(1)))
			.withPropertyValues("zt.risk.baselines.file=/tmp/b")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("zt.risk.baselines.file is /tmp/b beside a bean of type BaselineStore."));
	}

	private void assertFails(List<String> properties, String description) {
		this.runner.withPropertyValues(properties.toArray(String[]::new))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessage(description));
	}

	private ApplicationContextRunner withFile(LearnedWords words) {
		return this.runner.withBean(LearnedWords.class, () -> words)
			.withPropertyValues("zt.risk.baselines.file=" + file());
	}

	private ApplicationContextRunner withDatabase(DataSource database, LearnedWords words) {
		return this.runner.withBean(LearnedWords.class, () -> words)
			.withBean(DataSource.class, () -> database)
			.withPropertyValues(NAME, "zt.risk.baselines.jdbc.initialize-schema=always");
	}

	private Path file() {
		return this.directory.resolve("baselines.zt");
	}

	private static BaselineStatus status(ApplicationContext context) {
		return context.getBean(BaselineKeeper.class).status();
	}

	private static Health health(ApplicationContext context) {
		Health health = context.getBean(BaselinesHealthIndicator.class).health();
		return (health != null) ? health : Health.down().build();
	}

	private static void await(ApplicationContext context, Predicate<BaselineStatus> condition)
			throws InterruptedException {
		for (int i = 0; i < 500 && !condition.test(status(context)); i++) {
			Thread.sleep(20);
		}
		assertThat(status(context)).matches(condition);
	}

	private static synchronized BreakableDataSource database() {
		databases++;
		return new BreakableDataSource(
				new DriverManagerDataSource("jdbc:h2:mem:restarts" + databases + ";DB_CLOSE_DELAY=-1"));
	}

	private record OwnStore(CountDownLatch saved) implements BaselineStore {

		@Override
		public Optional<InputStream> load() {
			return Optional.empty();
		}

		@Override
		public Replaced save(byte[] snapshot) {
			this.saved.countDown();
			return Replaced.OWN;
		}

		@Override
		public String setAside(String suffix) {
			return suffix;
		}

		@Override
		public String place() {
			return "own";
		}

	}

}
