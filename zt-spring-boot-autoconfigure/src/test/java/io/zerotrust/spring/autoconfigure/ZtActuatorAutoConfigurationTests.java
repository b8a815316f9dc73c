package io.zerotrust.spring.autoconfigure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.check.Check;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.ratelimit.LimitRules;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.spring.actuate.ZerotrustEndpoint;
import io.zerotrust.spring.observe.Metrics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is optional is there if its library is, and an application does without either.
 */
class ZtActuatorAutoConfigurationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=zerotrust";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example.com",
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://issuer.example.com/keys",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders");

	@Test
	void startWhenLibrariesAreAbsentThenNothingLooksForThem() {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ZtActuatorAutoConfiguration.class, ZtMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(WebEndpoint.class, MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("ztZerotrustEndpoint")
				.doesNotHaveBean("ztMetrics"));
	}

	@Test
	void startWhenEndpointIsNotExposedThenThereIsNone() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(ZerotrustEndpoint.class)
			.doesNotHaveBean(RecentDecisions.class));
	}

	@Test
	void startWhenEndpointIsExposedThenThereIsOne() {
		assertThat(ZerotrustEndpoint.class).hasAnnotation(WebEndpoint.class);
		this.runner.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(ZerotrustEndpoint.class)
				.hasSingleBean(RecentDecisions.class));
	}

	@Test
	void startWhenAccessIsNoneThenThereIsNoEndpoint() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.zerotrust.access=NONE")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ZerotrustEndpoint.class));
	}

	// what nobody can read is not kept
	@Test
	void startWhenOnlyJmxIsExposedThenThereIsNoEndpoint() {
		this.runner
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=*",
					"management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ZerotrustEndpoint.class)
				.doesNotHaveBean(RecentDecisions.class));
	}

	@Test
	void startWhenAccessIsNoneByDefaultThenThereIsNoEndpoint() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoints.access.default=NONE")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ZerotrustEndpoint.class)
				.doesNotHaveBean(RecentDecisions.class));
	}

	@Test
	void startWhenApplicationHasLimitsThenTheyAreTaken() {
		Limits own = new Limits(new LimitRules(null, null, null), 1, Clock.systemUTC(), new Random());
		this.runner.withBean("ownLimits", Limits.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed().getBean(Limits.class).isSameAs(own));
	}

	@Test
	void startWhenApplicationInstrumentsTooThenBothMeasure() {
		CountingInstrumentation own = new CountingInstrumentation();
		this.runner.withBean("own", Instrumentation.class, () -> own).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(Metrics.class);
			context.getBean(GatePipelines.class)
				.all()
				.get(0)
				.evaluate(new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
						Context.at(Instant.EPOCH)));
			assertThat(own.checks).isNotEmpty();
			assertThat(context.getBean(MeterRegistry.class).find("zt.check").timers()).isNotEmpty();
		});
	}

	@Test
	void startWhenThereIsARegistryThenItIsMeasured() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MeterRegistry.class)
			.hasSingleBean(Metrics.class)
			.hasBean("ztOutcomeMeters")
			.hasBean("ztLimitMeters"));
		this.runner
			.withPropertyValues("spring.autoconfigure.exclude=" + MetricsAutoConfiguration.class.getName() + ","
					+ CompositeMeterRegistryAutoConfiguration.class.getName() + ","
					+ SimpleMetricsExportAutoConfiguration.class.getName())
			.run((context) -> assertThat(context).doesNotHaveBean(MeterRegistry.class)
				.doesNotHaveBean(Instrumentation.class)
				.doesNotHaveBean("ztOutcomeMeters")
				.doesNotHaveBean("ztLimitMeters"));
	}

	@EnableAutoConfiguration
	static class Application {

	}

	static final class CountingInstrumentation implements Instrumentation {

		private final List<String> checks = new ArrayList<>();

		@Override
		public DecisionPoint instrument(DecisionPoint decisionPoint) {
			return decisionPoint;
		}

		@Override
		public Check instrument(Check check) {
			this.checks.add(check.name());
			return check;
		}

	}

}
