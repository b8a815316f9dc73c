package io.zerotrust.spring.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Every setting that cannot be meant stops the start, with a message that names key,
 * value and remedy: the table, each row by a start.
 */
@ExtendWith(OutputCaptureExtension.class)
class MisconfigurationTableTests {

	private static final List<String> TOPICS = List.of("settings", "tokens", "introspection", "routes", "actuator",
			"addresses", "platform", "baselines");

	@AfterEach
	void resetIdentity() {
		SecurityContextHolder.setStrategyName(SecurityContextHolder.MODE_THREADLOCAL);
	}

	static Stream<Misconfiguration> rows() {
		return TOPICS.stream().flatMap((topic) -> Misconfiguration.read(topic).stream());
	}

	static Stream<Misconfiguration> warnings() {
		return Misconfiguration.read("warnings").stream();
	}

	@ParameterizedTest
	@MethodSource("rows")
	void startWhenMisconfiguredThenSaysWhatToWrite(Misconfiguration row, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(row).close());
		assertThat(report(output)).isEqualTo(lines("", row.says(), "", "Action:", "", row.write(), ""));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void startWhenMisconfiguredAndObservedThenOnlyWarnsWhereItCan(Misconfiguration row, CapturedOutput output) {
		String warning = "zt would not start: " + row.says() + " " + row.write() + System.lineSeparator();
		if (row.observed().equals("stops")) {
			assertThatException().isThrownBy(() -> start(row, "zt.mode=observe").close());
			assertThat(report(output)).isEqualTo(lines("", row.says(), "", "Action:", "", row.write(), ""));
			return;
		}
		start(row, "zt.mode=observe").close();
		assertThat(output.toString().contains(warning)).as("%s", output).isEqualTo(row.observed().equals("warns"));
	}

	@ParameterizedTest
	@MethodSource("warnings")
	void startWhenHarmlessButMisleadingThenReportSaysSo(Misconfiguration row, CapturedOutput output) {
		start(row).close();
		assertThat(output.toString().lines().filter((line) -> line.startsWith("  warning")))
			.containsExactly("  warning      " + row.says());
	}

	@Test
	void startWhenNothingIsWrongThenNoWarning(CapturedOutput output) {
		RunningApplication.start(BareApplication.class).close();
		assertThat(output).contains("zt enforces:").doesNotContain("  warning").doesNotContain("would not start");
	}

	@Test
	void tableWhenCountedThenIsLongEnough() {
		assertThat(rows()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
	}

	private static RunningApplication start(Misconfiguration row, String... more) {
		List<String> properties = new ArrayList<>(row.given());
		properties.addAll(List.of(more));
		List<Class<?>> sources = new ArrayList<>(List.of(BareApplication.class));
		if (!row.beans().isEmpty()) {
			sources.add(MisconfiguredBeans.named(row.beans()));
		}
		return RunningApplication.start(properties, sources.toArray(Class<?>[]::new));
	}

	/**
	 * What the failure analysis says, to its end.
	 */
	private static String report(CapturedOutput output) {
		String start = "Description:" + System.lineSeparator();
		String all = output.toString();
		return all.substring(all.lastIndexOf(start) + start.length());
	}

	private static String lines(String... lines) {
		return String.join(System.lineSeparator(), lines) + System.lineSeparator();
	}

}
