package io.zerotrust.spring.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.spring.journey.BaselinesApi.Names;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is remembered of a subject, shown and erased by operators, also after a restart.
 */
@ExtendWith(OutputCaptureExtension.class)
class BaselinesJourneyTests {

	private static final String ALICE = "{\"issuer\":\"https://idp.example.com\",\"subject\":\"alice\"}";

	private static final String JSON = "Content-Type: application/json";

	@TempDir
	private Path directory;

	@Test
	void eraseWhenServletThenGoneHereAndInTheStore(CapturedOutput output) throws Exception {
		try (RunningApplication application = RunningApplication.start(properties(), BaselinesApi.class)) {
			application.context().getBean(Names.class).known().addAll(List.of("alice", "bob"));
			assertOnlyOperatorsAct(application);
			assertErased(application);
		}
		assertNothingLeft(output);
		try (RunningApplication application = RunningApplication.start(properties(), BaselinesApi.class)) {
			assertThat(application.context().getBean(Names.class).known()).containsExactly("bob");
			Answer status = application.send("GET", "/actuator/baselines", application.bearer("zt:read"));
			assertThat(JsonPath.<String>read(status.body(), "$.state")).isEqualTo("warm");
			assertThat(JsonPath.<Integer>read(status.body(), "$.principals.names")).isEqualTo(1);
		}
	}

	@Test
	void eraseWhenReactiveThenGoneHereAndInTheStore(CapturedOutput output) throws Exception {
		try (RunningApplication application = RunningApplication.startReactive(properties(), BaselinesApi.class)) {
			application.context().getBean(Names.class).known().addAll(List.of("alice", "bob"));
			assertOnlyOperatorsAct(application);
			assertErased(application);
		}
		assertNothingLeft(output);
	}

	private static void assertOnlyOperatorsAct(RunningApplication application) throws IOException {
		assertRefused(act(application, "erase", ALICE), 401, "subject.missing");
		for (String action : List.of("erase", "export", "save")) {
			for (String scope : List.of("zt:read", "zt:write", "orders:read")) {
				assertRefused(act(application, action, ALICE, application.bearer(scope)), 403, "policy.scope-missing");
			}
		}
		assertRefused(application.send("GET", "/actuator/baselines", application.bearer("orders:read")), 403,
				"policy.scope-missing");
		assertThat(application.context().getBean(Names.class).known()).containsExactly("alice", "bob");
		String operator = application.bearer("zt:read", "zt:write");
		for (String body : List.of("{}", "{\"issuer\":\"https://idp.example.com\"}", "{\"subject\":\"alice\"}",
				"{\"issuer\":\" \",\"subject\":\"alice\"}", "{\"issuer\":\"i\",\"subject\":\"\"}")) {
			assertThat(act(application, "erase", body, operator).status()).as(body).isEqualTo(400);
		}
		assertThat(act(application, "invent", ALICE, operator).status()).isEqualTo(404);
		assertThat(application.context().getBean(Names.class).known()).containsExactly("alice", "bob");
	}

	private void assertErased(RunningApplication application) throws Exception {
		String operator = application.bearer("zt:read", "zt:write");
		assertThat(act(application, "save", "{}", operator).status()).isEqualTo(204);
		awaitStored("alice,bob");
		Answer export = act(application, "export", ALICE, operator);
		assertThat(export.status()).as("%s", export).isEqualTo(200);
		assertThat(JsonPath.<Integer>read(export.body(), "$.remembered.names.networks")).isEqualTo(2);
		Answer erased = act(application, "erase", ALICE, operator);
		assertThat(JsonPath.<Integer>read(erased.body(), "$.forgotten")).isEqualTo(1);
		assertThat(JsonPath.<String>read(erased.body(), "$.store")).isEqualTo("soon");
		assertThat(JsonPath.<String>read(erased.body(), "$.reference"))
			.isEqualTo(JsonPath.<String>read(export.body(), "$.reference"));
		awaitStored("bob");
		Answer after = act(application, "export", ALICE, operator);
		assertThat(after.body()).contains("\"remembered\":{}");
	}

	private void awaitStored(String names) throws Exception {
		Path file = this.directory.resolve("baselines.zt");
		for (int i = 0; i < 250 && !stored(file).contains("\0" + (char) names.length() + names); i++) {
			Thread.sleep(20);
		}
		assertThat(stored(file)).contains("\0" + (char) names.length() + names);
	}

	private static String stored(Path file) throws IOException {
		return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
	}

	private static void assertNothingLeft(CapturedOutput output) {
		assertThat(output.toString().lines().filter((line) -> line.contains("io.zerotrust.baselines")))
			.anyMatch((line) -> line.contains("erased what is remembered of the subject ")
					&& line.contains(" of https://idp.example.com, 1 principals"))
			.noneMatch((line) -> line.contains("alice"));
	}

	@Test
	void actWhenAccessIsNotOpenedThenTheEndpointOnlyReads() throws IOException {
		try (RunningApplication application = RunningApplication
			.start(List.of("management.endpoints.web.exposure.include=baselines", "zt.actuator.read-scope=zt:read",
					"zt.actuator.write-scope=zt:write"), BaselinesApi.class)) {
			String operator = application.bearer("zt:read", "zt:write");
			assertThat(act(application, "erase", ALICE, operator).status()).isEqualTo(404);
			Answer status = application.send("GET", "/actuator/baselines", operator);
			assertThat(JsonPath.<String>read(status.body(), "$.state")).isEqualTo("none");
		}
	}

	private static Answer act(RunningApplication application, String action, String body, String... headers)
			throws IOException {
		String[] all = Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = JSON;
		return RunningApplication.send(application.port(), "POST", "/actuator/baselines/" + action, body, all);
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

	private List<String> properties() {
		return List.of("management.endpoints.web.exposure.include=baselines,health",
				"management.endpoint.baselines.access=unrestricted", "zt.actuator.read-scope=zt:read",
				"zt.actuator.write-scope=zt:write", "zt.risk.pseudonym-secret=a secret of at least 32 characters",
				"zt.risk.baselines.file=" + this.directory.resolve("baselines.zt"));
	}

}
