package io.zerotrust.spring.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.zerotrust.decision.ReasonCode;
import io.zerotrust.decision.ReasonCodes;
import io.zerotrust.spring.journey.Answer;
import io.zerotrust.spring.journey.MutualTls;
import io.zerotrust.spring.journey.Ran;
import io.zerotrust.spring.journey.RunningApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds one stack against the table, byte by byte over real ports.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractTests {

	private final Stack stack;

	private final Map<String, RunningApplication> applications = new LinkedHashMap<>();

	private final Set<String> broken = new HashSet<>();

	ContractTests(Stack stack) {
		this.stack = stack;
	}

	/**
	 * Start an application of the table.
	 */
	abstract RunningApplication start(String variant, List<String> properties);

	@AfterAll
	void stop() {
		this.applications.values().forEach(RunningApplication::close);
	}

	final RunningApplication application(String variant) {
		assertThat(this.broken).as("applications that did not start").doesNotContain(variant);
		this.broken.add(variant);
		RunningApplication application = this.applications.computeIfAbsent(variant, (name) -> {
			List<String> properties = new ArrayList<>(ContractTable.properties(name, this.stack));
			if (name.equals("tls")) {
				properties.addAll(MutualTls.PROPERTIES);
			}
			return start(name, properties);
		});
		this.broken.remove(variant);
		return application;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("io.zerotrust.spring.contract.ContractTable#rows")
	void sendThenAnsweredAsTheTableSays(Row row) throws IOException {
		Request request = Request.of(row, application(row.variant()));
		Ran.take();
		Answer answer = request.send();
		List<String> ran = Ran.take();
		Expected expected = row.expectedOf(this.stack);
		assertThat(answer.status() + " " + answer.code()).as("%s: %s", row, answer)
			.isIn(expected.status() + " " + expected.code(), expected.maySayServer() ? expected.status() + " " : "none",
					expected.maySayServer() ? expected.status() + " request.rejected" : "none");
		assertThat(ran).as("%s: %s", row, answer).isEqualTo(expected.ran());
		assertSaysNothingInternal(answer);
		if (!answer.code().isEmpty()) {
			assertIsProblem(answer);
		}
		expected.told().forEach((told) -> assertTells(answer, told));
	}

	private static void assertTells(Answer answer, String told) {
		int colon = told.indexOf(": ");
		if (told.startsWith("=")) {
			assertThat(answer.body()).isEqualTo(told.substring(1));
		}
		else if (told.startsWith("~")) {
			assertThat(answer.body()).contains(told.substring(1));
		}
		else if (told.endsWith(":")) {
			assertThat(answer.header(told.substring(0, told.length() - 1))).as("%s", answer).isNotNull();
		}
		else if (told.startsWith("!")) {
			assertThat(answer.header(told.substring(1))).as("%s", answer).isNull();
		}
		else if (colon > 0) {
			assertThat(answer.header(told.substring(0, colon))).as("%s", answer).contains(told.substring(colon + 2));
		}
		else {
			assertThat(answer.header("WWW-Authenticate")).as("%s", answer).contains(told);
		}
	}

	private static void assertIsProblem(Answer answer) {
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("Cache-Control")).as("%s", answer).contains("no-store");
		assertThat(answer.body()).matches("\\{.*\"decisionId\":\"[A-Za-z0-9_-]{22,}\".*}")
			.contains("\"status\":" + answer.status());
		ReasonCode code = ReasonCodes.all()
			.stream()
			.filter((known) -> known.code().equals(answer.code()))
			.findFirst()
			.orElseThrow();
		assertThat(answer.status()).isEqualTo(code.status());
		if (answer.status() == 401) {
			assertThat(answer.header("WWW-Authenticate")).as("%s", answer).isNotNull();
		}
	}

	private static void assertSaysNothingInternal(Answer answer) {
		assertThat(answer.toString()).doesNotContain("Exception", "org.springframework", "io.zerotrust", "\tat ",
				"secret detail");
	}

}
