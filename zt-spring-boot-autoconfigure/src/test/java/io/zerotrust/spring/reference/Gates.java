package io.zerotrust.spring.reference;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Gate;
import io.zerotrust.check.StepFinding;

/**
 * The checks of each gate, asked of a decision point that only observes: so every step
 * runs and leaves its name.
 *
 * @param checks the names in the order they run
 */
record Gates(Map<Gate, List<String>> checks) {

	/**
	 * What turns every check on.
	 */
	private static final String[] PROPERTIES = { "zt.mode=observe",
			"spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example.com",
			"spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://issuer.example.com/keys",
			"spring.security.oauth2.resourceserver.jwt.audiences=orders" };

	private static final Gates READ = ask();

	static Gates read() {
		return READ;
	}

	private static Gates ask() {
		Map<Gate, List<String>> checks = new EnumMap<>(Gate.class);
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues(PROPERTIES)
			.run((context) -> {
				for (Gate gate : Gate.values()) {
					checks.put(gate, ask(context.getBean(DecisionPoint.class), gate));
				}
			});
		return new Gates(checks);
	}

	private static List<String> ask(DecisionPoint decisions, Gate gate) {
		AccessRequest request = new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
				Context.at(Instant.EPOCH));
		return decisions.decide(gate, request)
			.toCompletableFuture()
			.join()
			.findings()
			.stream()
			.map(StepFinding::check)
			.toList();
	}

	Table table() {
		Table table = Table.of("Gate", "Checks in the order they run");
		this.checks.forEach((gate, names) -> {
			if (!names.isEmpty()) {
				table.add("`" + gate + "`",
						names.stream().map((name) -> "`" + name + "`").collect(Collectors.joining(", ")));
			}
		});
		return table;
	}

	List<String> names() {
		return this.checks.values().stream().flatMap(List::stream).distinct().toList();
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
