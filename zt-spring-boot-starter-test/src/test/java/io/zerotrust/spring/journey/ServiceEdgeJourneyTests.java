package io.zerotrust.spring.journey;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.decision.Refusal;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.journey.GuardedServices.Interfaced;
import io.zerotrust.spring.journey.GuardedServices.Plain;
import io.zerotrust.spring.journey.GuardedServices.Ruled;
import io.zerotrust.spring.method.InvocationRefusedException;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Guarded services away from handlers: in filters, jobs and runners, observed, and behind
 * interfaces.
 */
class ServiceEdgeJourneyTests {

	@BeforeEach
	void forget() {
		Ran.take();
		Job.REFUSED.clear();
	}

	@Test
	void callWhenInAFilterThenRefusedAsInAHandler() throws IOException {
		try (RunningApplication application = RunningApplication.start(Filters.class, Plain.class)) {
			String known = application.bearer();
			assertThat(application.get("/", known).status()).isEqualTo(200);
			for (String place : List.of("behind", "inside")) {
				assertRefused(application.get("/", known, "X-Filter: " + place), 403, "policy.scope-missing");
				assertThat(application.get("/", application.bearer("ruled"), "X-Filter: " + place).status())
					.isEqualTo(200);
			}
			// nobody is authenticated there, whatever the token says
			assertRefused(application.get("/", application.bearer("ruled"), "X-Filter: before"), 401,
					"subject.missing");
			assertThat(Ran.take()).containsExactly("open", "open");
		}
	}

	@Test
	void startWhenRunnerCallsGuardedMethodThenFails() {
		assertThatException().isThrownBy(() -> RunningApplication.start(Runner.class, Plain.class).close())
			.satisfies((failure) -> assertThat(InvocationRefusedException.in(failure)).isNotNull());
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void scheduledJobWithARuleIsRefused() throws Exception {
		try (RunningApplication application = RunningApplication.start(Jobs.class, Job.class)) {
			assertThat(application.context().getBean(Jobs.class).refused.await(20, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(Job.REFUSED).containsOnly("subject.missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void callWhenObservedThenRunsAndIsReported() throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of("zt.mode=observe"), Filters.class,
				Plain.class, Closed.class)) {
			// without our validators Spring refuses the type of RFC 9068
			String token = application.token().type("JWT").mint();
			Answer answer = application.get("/", "Authorization: Bearer " + token, "X-Filter: behind");
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(Ran.take()).containsExactly("open");
			assertThat(application.context().getBean(ObserveReport.class).rows())
				.filteredOn((row) -> row.endpoint().startsWith("invoke "))
				.singleElement()
				.satisfies((row) -> {
					assertThat(row.endpoint()).endsWith("Plain.open");
					assertThat(row.code()).isEqualTo("policy.scope-missing");
				});
			assertThat(application.context().getBean(Closed.class).ruled()).isEqualTo("closed");
		}
	}

	@Test
	void callWhenProxyHasInterfacesOnlyThenGuarded() {
		List<String> interfaces = List.of("spring.aop.proxy-target-class=false");
		try (RunningApplication application = RunningApplication.start(interfaces, Filters.class, Plain.class,
				Interfaced.class)) {
			Ruled ruled = application.context().getBean(Ruled.class);
			assertThat(Proxy.isProxyClass(ruled.getClass())).isTrue();
			assertThatException().isThrownBy(ruled::interfaced).isInstanceOf(InvocationRefusedException.class);
			assertThatException().isThrownBy(ruled::defaulted).isInstanceOf(InvocationRefusedException.class);
		}
	}

	@Test
	void callWhenBootMakesNoProxiesThenGuarded() {
		try (RunningApplication application = RunningApplication.start(List.of("spring.aop.auto=false"), Filters.class,
				Plain.class)) {
			Plain plain = application.context().getBean(Plain.class);
			assertThatException().isThrownBy(plain::open).isInstanceOf(InvocationRefusedException.class);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Home.class)
	static class Filters {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, Plain plain) {
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()));
			http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
			http.addFilterBefore(calling("before", plain), BearerTokenAuthenticationFilter.class);
			http.addFilterAfter(calling("inside", plain), ExceptionTranslationFilter.class);
			return http.build();
		}

		@Bean
		FilterRegistrationBean<Filter> behind(Plain plain) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(calling("behind", plain));
			registration.setOrder(0);
			return registration;
		}

		private static Filter calling(String place, Plain plain) {
			return (request, response, chain) -> {
				if (place.equals(((HttpServletRequest) request).getHeader("X-Filter"))) {
					plain.open();
				}
				chain.doFilter(request, response);
			};
		}

	}

	@RestController
	static class Home {

		@GetMapping("/")
		@AnyAuthenticated(reason = "filters decide")
		String home() {
			return "home";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Runner {

		@Bean
		CommandLineRunner runner(Plain plain) {
			return (arguments) -> plain.open();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Jobs {

		private final CountDownLatch refused = new CountDownLatch(1);

		@Bean
		AuditSink refusals() {
			return (evaluation) -> {
				if (evaluation.decision() instanceof Refusal refusal) {
					Job.REFUSED.add(refusal.reason().code());
					this.refused.countDown();
				}
			};
		}

	}

	@Component
	static class Job {

		static final List<String> REFUSED = new CopyOnWriteArrayList<>();

		@Scheduled(fixedRate = 50)
		@RequiresScope("ruled")
		public void run() {
			Ran.record("job");
		}

	}

	@Component
	static final class Closed {

		@RequiresScope("ruled")
		public String ruled() {
			return "closed";
		}

	}

}
