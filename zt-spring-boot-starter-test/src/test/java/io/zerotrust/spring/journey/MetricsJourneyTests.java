package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.observe.MeterCatalogue;
import io.zerotrust.spring.observe.MeterDescription.TagDescription;
import io.zerotrust.spring.observe.MeterDescription;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the registry of a running application has after traffic, honest and not.
 */
class MetricsJourneyTests {

	private static final String SUSPICIOUS = "zt.risk.suspicious-networks=127.0.0.0/8";

	@Test
	void sendWhenServedAndRefusedThenRegistryHasWhatTheCatalogueSays() throws IOException {
		List<String> properties = new ArrayList<>(SurroundingsApi.properties());
		properties.addAll(List.of(SUSPICIOUS, "zt.limits.address.ignore-failures=false"));
		try (RunningApplication application = RunningApplication.start(properties, MeasuredApi.class)) {
			traffic(application);
			Map<String, Set<String>> registered = registered(application);
			registered.putAll(registeredWhereIssuersAreAsked());
			assertThat(registered).isEqualTo(catalogue());
		}
	}

	private static Map<String, Set<String>> registeredWhereIssuersAreAsked() throws IOException {
		try (RunningApplication application = RunningApplication
			.start(List.of("zt.test.trust-issuer=false", "zt.issuers[0].issuer=http://localhost:1",
					"zt.issuers[0].audiences=orders", "zt.issuers[0].introspection.uri=http://localhost:1/introspect",
					"zt.issuers[0].introspection.client-id=orders", "zt.issuers[0].introspection.client-secret=secret"),
					MeasuredApi.class)) {
			assertRefused(application.get("/orders/1", "Authorization: Bearer opaque"), 503,
					"token.verifier-unavailable");
			return registered(application);
		}
	}

	private static Map<String, Set<String>> registered(RunningApplication application) {
		Map<String, Set<String>> registered = new TreeMap<>();
		for (Meter meter : meters(application)) {
			Set<String> tags = meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet());
			assertThat(registered.computeIfAbsent(meter.getId().getName() + " " + meter.getId().getType(),
					(name) -> new TreeSet<>(tags)))
				.isEqualTo(tags);
		}
		return registered;
	}

	private static Map<String, Set<String>> catalogue() {
		Map<String, Set<String>> catalogue = new TreeMap<>();
		for (MeterDescription meter : MeterCatalogue.all()) {
			catalogue.put(meter.name() + " " + meter.type(),
					meter.tags().stream().map(TagDescription::name).collect(Collectors.toSet()));
		}
		return catalogue;
	}

	@Test
	void sendWhenServedAndRefusedThenNumbersAreThoseOfTheRequests() throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of(SUSPICIOUS), MeasuredApi.class)) {
			traffic(application);
			assertThat(decisions(application, "gate", "access", "outcome", "permit", "code", "none", "endpoint",
					"/orders/{id}", "method", "GET"))
				.isEqualTo(2);
			assertThat(decisions(application, "gate", "access", "outcome", "deny", "code", "policy.scope-missing",
					"endpoint", "/orders/{id}"))
				.isEqualTo(1);
			assertThat(decisions(application, "outcome", "challenge", "code", "subject.missing")).isEqualTo(1);
			assertThat(
					decisions(application, "outcome", "challenge", "code", "token.signature", "endpoint", "unresolved"))
				.isEqualTo(1);
			assertThat(decisions(application, "outcome", "challenge", "code", "risk.step-up")).isEqualTo(1);
			assertThat(decisions(application, "gate", "invocation", "outcome", "deny", "method", "invoke", "code",
					"policy.scope-missing"))
				.isEqualTo(1);
			MeterRegistry registry = application.context().getBean(MeterRegistry.class);
			assertThat(registry.get("zt.limits.throttled").tags("limit", "own.fast").counter().count()).isEqualTo(1);
			assertThat(registry.get("zt.outcomes").tags("status", "2xx", "permitted", "true").counter().count())
				.isEqualTo(2);
			assertThat(registry.get("zt.risk.score").tags("check", "risk", "kind", "human").summary().count())
				.isPositive();
			assertThat(registry.get("zt.gate").tags("gate", "arrival", "outcome", "permit").timer().count())
				.isEqualTo(8);
		}
	}

	/**
	 * Eight requests, of which two are served.
	 */
	private static void traffic(RunningApplication application) throws IOException {
		String good = application.bearer("orders:read");
		assertThat(application.get("/orders/1", good).status()).isEqualTo(200);
		assertThat(application.get("/orders/2", good).status()).isEqualTo(200);
		assertRefused(application.get("/orders/1", application.bearer()), 403, "policy.scope-missing");
		assertRefused(application.get("/orders/1"), 401, "subject.missing");
		assertRefused(application.get("/orders/1", application.bearer(BadToken.FOREIGN_KEY_SAME_KID)), 401,
				"token.signature");
		assertRefused(application.get("/critical", application.bearer()), 401, "risk.step-up");
		assertRefused(application.get("/reports", application.bearer()), 403, "policy.scope-missing");
		assertRefused(application.get("/orders/1", good, "User-Agent: own.fast"), 429, "own.fast");
	}

	@Test
	void sendWhenObservedThenWouldBeRefusalsAreTold() throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of("zt.mode=observe"), ObservedApi.class)) {
			Answer answer = application.get("/orders/1",
					"Authorization: Bearer " + application.token().untyped().mint());
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(decisions(application, "gate", "access", "outcome", "deny", "observed", "true", "code",
					"policy.scope-missing"))
				.isEqualTo(1);
			assertThat(decisions(application, "observed", "false", "code", "policy.scope-missing")).isZero();
		}
	}

	@Test
	void sendWhenCallersInventPathsMethodsAndCodesThenMetersStayFew() throws Exception {
		try (RunningApplication application = RunningApplication.start(MeasuredApi.class)) {
			HttpClient client = HttpClient.newHttpClient();
			String good = application.bearer("orders:read").substring("Authorization: ".length());
			for (int i = 0; i < 1000; i++) {
				String path = (i % 2 == 0) ? "/orders/" + i : "/invented/" + i;
				HttpRequest request = HttpRequest
					.newBuilder(URI.create("http://localhost:" + application.port() + path))
					.method((i % 4 == 3) ? "M" + i : "GET", BodyPublishers.noBody())
					.header("Authorization", (i % 8 == 5) ? "Bearer t" + i : good)
					.header("User-Agent", "own.code-" + i)
					.build();
				assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isIn(400, 401, 403);
			}
			assertThat(meters(application)).hasSizeLessThan(200);
			assertThat(tagged(application, "code")).hasSizeBetween(101, 120).contains("other", "own.code-0");
			assertThat(tagged(application, "endpoint")).isSubsetOf("none", "/orders/{id}", "unknown path",
					"unresolved");
			assertThat(tagged(application, "method")).containsExactlyInAnyOrder("GET", "other");
		}
	}

	@Test
	void sendWhenRegistryThrowsThenAnswersStayWhatTheyAre() throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of(SUSPICIOUS), MeasuredApi.class,
				BrokenMeters.class)) {
			traffic(application);
			// what is read when the registry is asked, and nothing that is written to it
			assertThat(meters(application)).isNotEmpty()
				.allMatch((meter) -> meter instanceof Gauge || meter instanceof FunctionCounter);
		}
	}

	@Test
	void sendWhenApplicationDecidesByItselfThenItIsMeteredToo() throws IOException {
		try (RunningApplication application = RunningApplication.start(MeasuredApi.class, OwnDecisions.class)) {
			assertRefused(application.get("/orders/1", application.bearer("orders:read")), 403, "own.never");
			assertThat(decisions(application, "gate", "access", "outcome", "deny", "code", "own.never")).isEqualTo(1);
			assertThat(application.context().getBean(OwnDecisionPoint.class)).isNotNull();
		}
	}

	@Test
	void startWhenThereIsNoRegistryThenThereIsNothingOfMetrics() throws IOException {
		List<String> without = List
			.of("spring.autoconfigure.exclude=org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration,"
					+ "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration,"
					+ "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration");
		try (RunningApplication application = RunningApplication.start(without, MeasuredApi.class)) {
			assertThat(application.get("/orders/1", application.bearer("orders:read")).status()).isEqualTo(200);
			assertThat(application.context().getBeanProvider(MeterRegistry.class).stream()).isEmpty();
			assertThat(application.context().getBeanProvider(Instrumentation.class).stream()).isEmpty();
			assertThat(application.context().containsBean("ztOutcomeMeters")).isFalse();
		}
	}

	private static double decisions(RunningApplication application, String... tags) {
		return application.context()
			.getBean(MeterRegistry.class)
			.find("zt.decisions")
			.tags(tags)
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	private static Set<String> tagged(RunningApplication application, String tag) {
		return meters(application).stream()
			.map((meter) -> meter.getId().getTag(tag))
			.filter((value) -> value != null)
			.collect(Collectors.toSet());
	}

	private static List<Meter> meters(RunningApplication application) {
		return application.context()
			.getBean(MeterRegistry.class)
			.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith("zt."))
			// what a simple registry shows of the buckets of another meter
			.filter((meter) -> meter.getId().syntheticAssociation() == null)
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenMeters {

		@Bean
		MeterRegistry brokenRegistry() {
			return new BrokenRegistry();
		}

	}

	/**
	 * Throws whatever is asked of it in the name of zt.
	 */
	static final class BrokenRegistry extends SimpleMeterRegistry {

		@Override
		protected Counter newCounter(Meter.Id id) {
			complain(id);
			return super.newCounter(id);
		}

		@Override
		protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
			complain(id);
			return super.newTimer(id, config, pauses);
		}

		@Override
		protected DistributionSummary newDistributionSummary(Meter.Id id, DistributionStatisticConfig config,
				double scale) {
			complain(id);
			return super.newDistributionSummary(id, config, scale);
		}

		private static void complain(Meter.Id id) {
			if (id.getName().startsWith("zt.")) {
				throw new IllegalStateException("out of order");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDecisions {

		@Bean
		OwnDecisionPoint ownDecisionPoint() {
			return new OwnDecisionPoint();
		}

	}

	/**
	 * Refuses whatever comes to the gate ACCESS.
	 */
	static final class OwnDecisionPoint implements DecisionPoint {

		@Override
		public CompletionStage<Evaluation> decide(Gate gate, AccessRequest request) {
			return CompletableFuture.completedStage(evaluation(gate, request,
					(gate == Gate.ACCESS) ? Deny.of(Reason.of("own.never")) : null, Mode.ENFORCE));
		}

		@Override
		public Evaluation record(Gate gate, AccessRequest request, Refusal refusal, Mode mode) {
			return evaluation(gate, request, refusal, mode);
		}

		private static Evaluation evaluation(Gate gate, AccessRequest request, @Nullable Refusal refusal, Mode mode) {
			boolean permitted = refusal == null || mode == Mode.OBSERVE;
			return new Evaluation("own", gate, request, (permitted || refusal == null) ? Permit.instance() : refusal,
					(refusal != null) ? refusal : Permit.instance(), List.of());
		}

	}

}
