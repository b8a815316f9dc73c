package io.zerotrust.risk.replay;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zerotrust.risk.replay.report.Page;
import io.zerotrust.risk.replay.report.Plots;
import io.zerotrust.risk.replay.report.Results;
import io.zerotrust.risk.replay.report.Tables;
import io.zerotrust.risk.replay.world.WorldSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The risk model tells attacks from people. Every build replays a small world. With
 * {@code zt.risk-benchmark=write} everything is measured and the report written anew,
 * with {@code digest} only what every build compares, and with {@code tune} one world
 * that the model may be tuned on is printed.
 */
class RiskBenchmarkTests {

	private static final String ASKED = System.getProperty("zt.risk-benchmark", "");

	private static final Path REPORT = Path.of("../docs/risk-benchmark.md");

	private static final Path FOLDER = Path.of("../docs/risk-benchmark");

	private static final Path DIGEST = FOLDER.resolve("small-world.properties");

	private static final Path WHY = Path.of("src/test/resources/risk-benchmark/missed.properties");

	private static final Path REHEARSAL = Path.of("target/risk-benchmark");

	private static final SmallWorld SMALL = SmallWorld.replay();

	@BeforeAll
	static void measure() throws IOException {
		if (ASKED.equals("tune")) {
			System.out.println(Tuning.print());
		}
		if (ASKED.equals("rehearse")) {
			write(REHEARSAL.resolve("report.md"), REHEARSAL, WorldSettings.small(), WorldSettings.small(),
					WorldSettings.small());
		}
		if (ASKED.equals("write")) {
			write(REPORT, FOLDER, WorldSettings.base(), WorldSettings.shifted(), WorldSettings.harsh());
		}
		if (ASKED.equals("write") || ASKED.equals("digest")) {
			Files.createDirectories(FOLDER);
			Files.writeString(DIGEST, "# Written by RiskBenchmarkTests: what the replay of seed " + Seeds.SMALL
					+ " must give on every JDK\nsha256=" + SMALL.digest() + "\n");
		}
	}

	private static void write(Path report, Path folder, WorldSettings base, WorldSettings shifted, WorldSettings harsh)
			throws IOException {
		System.setProperty("java.awt.headless", "true");
		Files.createDirectories(folder);
		Properties why = read(WHY);
		try (Benchmark benchmark = new Benchmark(Seeds.REPORT)) {
			Results results = benchmark.measure(base, shifted, harsh);
			Files.writeString(report, Page.fill(Tables.of(results, why)));
			Plots.draw(results, folder);
			List<String> unexplained = Tables.unexplained(results, why);
			if (!unexplained.isEmpty()) {
				System.out.println("missed and not explained in " + WHY + ": " + unexplained);
			}
		}
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return properties;
	}

	@Test
	void replayWhenTheSameThenTheSameDecisionsAndReasons() {
		assertThat(SmallWorld.replay().digest()).isEqualTo(SMALL.digest());
	}

	@Test
	void replayWhenOnAnyJdkThenTheDecisionsAndReasonsCommitted() throws IOException {
		assertThat(read(DIGEST).getProperty("sha256"))
			.as("the model or the world has changed; write %s anew with -Dzt.risk-benchmark=digest", DIGEST)
			.isEqualTo(SMALL.digest());
	}

	@Test
	void replayWhenAttackedThenContainsAndLeavesPeopleAlone() {
		assertThat(SMALL.contained()).isGreaterThan(0.75);
		double days = WorldSettings.small().users() * WorldSettings.TEST_DAYS / 1000.0;
		assertThat(SMALL.friction().people("risk.step-up") / days).isLessThan(6);
		assertThat(SMALL.friction().people("risk.quarantined") / days).isLessThan(2);
	}

}
