package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same application without zt, observed, and enforced: observing changes no answer,
 * and its report names what enforcement refuses beyond Spring.
 */
class ObserveJourneyTests {

	private static RunningApplication plain;

	private static RunningApplication observed;

	private static RunningApplication enforced;

	@BeforeAll
	static void start() {
		plain = start("spring.autoconfigure.exclude=" + String.join(",", ztAutoConfigurations()));
		observed = start("zt.mode=observe");
		enforced = start("zt.uncovered=deny");
	}

	private static RunningApplication start(String property) {
		return RunningApplication
			.start(List.of(property, "spring.web.resources.static-locations=classpath:/journey-static/",
					"management.endpoints.web.exposure.include=health,info"), ObservedApi.class);
	}

	private static List<String> ztAutoConfigurations() {
		return Stream
			.of(ImportCandidates.load(AutoConfiguration.class, ObserveJourneyTests.class.getClassLoader())
				.getCandidates()
				.toArray(String[]::new))
			.filter((name) -> name.startsWith("io.zerotrust.spring.autoconfigure"))
			.toList();
	}

	@AfterAll
	static void stop() {
		plain.close();
		observed.close();
		enforced.close();
	}

	@Test
	void startWhenPlainThenHasNoZt() {
		assertThat(ztAutoConfigurations()).isNotEmpty();
		assertThat(plain.context().getBeanDefinitionNames()).noneMatch((name) -> name.startsWith("ztDispatchGuard"));
		assertThat(observed.context().containsBean("ztDispatchGuard")).isTrue();
	}

	static List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		for (BadToken defect : BadToken.values()) {
			rows.add(new Row("GET /orders/1", defect, "orders:read"));
		}
		rows.add(new Row("GET /open", BadToken.EXPIRED, ""));
		for (String request : List.of("GET /open", "GET /orders/1", "GET /me", "GET /admin", "POST /payments",
				"GET /unruled", "GET /nothing", "GET /actuator/health", "GET /actuator/info", "GET /actuator/none",
				"GET /unlisted.txt", "GET /", "GET /boom", "GET /error", "DELETE /orders/1", "OPTIONS /orders/1",
				"HEAD /orders/1", "GET /orders//1")) {
			rows.add(new Row(request, null, null));
			rows.add(new Row(request, null, ""));
			rows.add(new Row(request, null, "orders:read"));
			rows.add(new Row(request, null, "admin"));
		}
		for (String origin : List.of("https://spa.example", "https://foreign.example")) {
			rows.add(new Row("GET /orders/1", null, null, "Origin: " + origin));
			rows.add(new Row("GET /orders/1", null, "orders:read", "Origin: " + origin));
			rows.add(new Row("GET /orders/1", null, "", "Origin: " + origin));
			rows.add(new Row("OPTIONS /orders/1", null, null, "Origin: " + origin, "Access-Control-Request-Method: GET",
					"Access-Control-Request-Headers: authorization"));
		}
		return rows;
	}

	@ParameterizedTest
	@MethodSource("rows")
	void sendThenObservingChangesNothingAndTellsTheDifference(Row row) throws IOException {
		String[] headers = row.headersBy(plain);
		Answer without = row.sendTo(plain, headers);
		Map<String, Long> before = report();
		Answer observing = row.sendTo(observed, headers);
		assertThat(essence(observing, observed)).isEqualTo(essence(without, plain));
		List<String> named = report().entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().equals(before.get(entry.getKey())))
			.map(Map.Entry::getKey)
			.toList();
		Answer enforcing = row.sendTo(enforced, headers);
		boolean refusedBySpring = without.status() == 401 || without.status() == 403;
		if (refusedBySpring) {
			assertThat(enforcing.status()).as("%s %s", named, enforcing).isIn(401, 403);
		}
		else if (named.isEmpty()) {
			assertThat(enforcing.status()).as("%s", enforcing).isEqualTo(without.status());
		}
		else if (enforcing.status() == 404) {
			assertThat(named).singleElement().asString().endsWith(" resource.unlisted");
		}
		else {
			assertThat(enforcing.status()).as("%s %s", named, enforcing).isIn(401, 403);
			// the answer to HEAD has no body; the welcome page is two endpoints
			assertThat(named).anyMatch((name) -> name.endsWith(enforcing.code()));
		}
	}

	private static Map<String, Long> report() {
		Map<String, Long> counts = new HashMap<>();
		observed.context()
			.getBean(ObserveReport.class)
			.rows()
			.forEach((row) -> counts.put(row.endpoint() + " " + row.code(), row.count()));
		return counts;
	}

	private static List<String> essence(Answer answer, RunningApplication application) {
		String body = answer.body().replaceAll("\"timestamp\":\"[^\"]*\"", "");
		Map<String, List<String>> headers = new TreeMap<>(answer.headers());
		headers.remove("date");
		return List.of("" + answer.status(), body, headers.toString().replace(":" + application.port(), ":port"));
	}

	record Row(String request, BadToken defect, String scope, String... headers) {

		String[] headersBy(RunningApplication application) {
			List<String> all = new ArrayList<>(List.of(this.headers));
			if (this.scope != null) {
				var token = application.token().type("JWT").scopes(this.scope);
				all.add("Authorization: Bearer " + ((this.defect != null) ? token.bad(this.defect) : token).mint());
			}
			return all.toArray(String[]::new);
		}

		Answer sendTo(RunningApplication application, String[] all) throws IOException {
			String[] parts = this.request.split(" ");
			return application.send(parts[0], parts[1], all);
		}

		@Override
		public String toString() {
			return this.request + ", " + this.defect + ", " + this.scope + ", " + String.join(", ", this.headers);
		}

	}

}
