package io.zerotrust.spring.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.example.library.LibraryController;
import jakarta.servlet.http.HttpServlet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds is said at start in one block.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartReportTests {

	private static final List<String> PROPERTIES = List.of("zt.routes[0].paths=/library/any",
			"zt.routes[0].any-authenticated=no secret", "zt.routes[1].servlets=console",
			"zt.routes[1].public-access=a toy", "zt.public-resources=/index.html",
			"zt.checks[token.lifetime].mode=observe", "zt.checks.risk.on-failure=pass", "zt.token.max-lifetime=90m",
			"zt.client-address.source=forwarded", "zt.client-address.trusted-proxies=10.0.0.0/8,fc00::/7",
			"management.endpoints.web.exposure.include=health,info", "spring.web.error.include-message=always");

	@Test
	void startWhenEnforcedThenSaysWhatHolds(CapturedOutput output) {
		start(output, "zt.uncovered=deny");
		assertThat(block(output)).isEqualTo(
				"""
						zt enforces:
						  issuer       https://idp.example.com for orders; at+jwt, JWT or untyped, at most 1h30m
						  credentials  jwt, opaque-token, prebuilt
						  address      forwarded through 10.0.0.0/8, fc00::/7
						  checks       risk lets pass when it fails, token.lifetime only observes
						  limits       none (zt.limits)
						  risk         learned signals are only observed for the first 7d, or until half of the principals are known; zt.risk.observe-for: 0 makes them count at once
						  endpoints    16, 81 %% with a rule: 6 handler-method, 2 resources, 4 actuator, 2 error, 2 servlet
						  rules        2 by annotation, 1 by route
						  public       * /console/* (zt.routes[1]: a toy)
						  public       GET /actuator/health (health status)
						  public       GET /actuator/health/** (health status)
						  public       GET /catalog (%1$s.catalog: everybody may look)
						  public       /index.html (zt.public-resources)
						  no rule      GET /library/docs/{id} (%2$s.doc), refused to everybody
						  no rule      GET /library/docs (%2$s.docs), refused to everybody
						  no rule      POST /library/docs (%2$s.write), refused to everybody
						  servlet      console at /console/*, ruled at zt.routes[1]: a toy
						  servlet      legacy at /legacy/*, refused to everybody
						  actuator     2 public, 0 by scope, 2 refused to everybody
						  chains       1, 0 of them without gates
						  warning      spring.web.error.include-message is always: error answers show internals to callers; set never
						  warning      management.endpoints.web.exposure.include is health,info: nobody may use more of it than the health status; set zt.actuator.read-scope
						"""
					.formatted(Controller.class.getName(), LibraryController.class.getName()));
	}

	@Test
	void startWhenObservedThenSaysWhatWouldHold(CapturedOutput output) {
		start(output, "zt.mode=observe", "zt.checks.risk.on-failure=refuse", "zt.checks[token.lifetime].mode=enforce",
				"zt.client-address.source=peer", "zt.client-address.trusted-proxies=",
				"spring.web.error.include-message=never");
		assertThat(block(output)).isEqualTo(
				"""
						zt only observes and refuses nothing:
						  issuer       https://idp.example.com for orders; at+jwt, JWT or untyped, at most 1h30m
						  credentials  jwt, opaque-token, prebuilt
						  address      peer
						  checks       all only observe
						  limits       none (zt.limits)
						  endpoints    16, 81 %% with a rule: 6 handler-method, 2 resources, 4 actuator, 2 error, 2 servlet
						  rules        2 by annotation, 1 by route
						  public       * /console/* (zt.routes[1]: a toy)
						  public       GET /actuator/health (health status)
						  public       GET /actuator/health/** (health status)
						  public       GET /catalog (%1$s.catalog: everybody may look)
						  public       /index.html (zt.public-resources)
						  no rule      GET /library/docs/{id} (%2$s.doc), would be refused to everybody
						  no rule      GET /library/docs (%2$s.docs), would be refused to everybody
						  no rule      POST /library/docs (%2$s.write), would be refused to everybody
						  servlet      console at /console/*, ruled at zt.routes[1]: a toy
						  servlet      legacy at /legacy/*, would be refused to everybody
						  actuator     2 public, 0 by scope, 2 would be refused to everybody
						  chains       1, 0 of them without gates
						  warning      management.endpoints.web.exposure.include is health,info: nobody may use more of it than the health status; set zt.actuator.read-scope
						"""
					.formatted(Controller.class.getName(), LibraryController.class.getName()));
		assertThat(output).contains("WARN").contains("zt would not start: 3 handlers without a rule");
	}

	@Test
	void startWhenLimitsAreSetThenSaysWhich(CapturedOutput output) {
		RunningApplication
			.start(List.of("zt.limits.address.ignore-failures=false", "zt.limits.subject.requests.permits=600",
					"zt.limits.subject.requests.window=90s"), BareApplication.class)
			.close();
		assertThat(block(output))
			.contains("limits       100 failures of an address in 1m, 600 requests of a subject in 1m30s");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", value = {
			"zt.risk.observe-for=36h|learned signals are only observed for the first 36h, or until half",
			"zt.checks[risk.learned].mode=observe|learned signals are only observed (zt.checks[risk.learned].mode)",
			"zt.risk.learning=false|learns nothing (zt.risk.learning)", "zt.risk.observe-for=0|none",
			"zt.checks[risk.learned].mode=enforce|none" })
	void startWhenLearningIsSetThenSaysForHowLongItObserves(String property, @Nullable String words,
			CapturedOutput output) {
		RunningApplication.start(List.of(property), BareApplication.class).close();
		if (words != null) {
			assertThat(block(output)).contains("  risk         " + words);
		}
		else {
			assertThat(block(output)).doesNotContain("  risk         ");
		}
	}

	@Test
	void startWhenProviderIsNamedThenSaysWhoseClaims(CapturedOutput output) {
		RunningApplication.start(
				List.of("zt.provider=okta", "zt.claims.roles=roles",
						"spring.security.oauth2.resourceserver.jwt.issuer-uri=https://example.okta.com/oauth2/default"),
				BareApplication.class)
			.close();
		assertThat(block(output)).contains(", claims as okta has them, but for zt.claims\n");
	}

	@Test
	void startWhenNobodyIsTrustedThenSaysSo(CapturedOutput output) {
		RunningApplication
			.start(List.of("zt.mode=observe", "!spring.security.oauth2.resourceserver.jwt.issuer-uri"),
					BareApplication.class)
			.close();
		assertThat(block(output)).contains("  issuer       none, so no token is believed\n");
	}

	private static void start(CapturedOutput output, String... more) {
		List<String> properties = new ArrayList<>(PROPERTIES);
		properties.addAll(List.of(more));
		RunningApplication.start(properties, Api.class).close();
		assertThat(output.toString().split("issuer       ", -1)).as("blocks").hasSize(2);
	}

	/**
	 * The block without the start of its first line, which is the logger's.
	 */
	private static String block(CapturedOutput output) {
		String all = output.toString();
		String first = all.lines()
			.filter((line) -> line.contains(": zt ") && line.endsWith(":") && !line.contains("would not start"))
			.findFirst()
			.orElse("");
		String rest = all.substring(all.indexOf(first) + first.length() + System.lineSeparator().length());
		return first.substring(first.indexOf(": zt ") + 2) + "\n"
				+ rest.lines()
					.takeWhile((line) -> line.startsWith("  "))
					.map((line) -> line + "\n")
					.collect(Collectors.joining());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, LibraryController.class })
	static class Api {

		@Bean
		ServletRegistrationBean<HttpServlet> console() {
			return servlet("console");
		}

		@Bean
		ServletRegistrationBean<HttpServlet> legacy() {
			return servlet("legacy");
		}

		@SuppressWarnings("serial")
		private static ServletRegistrationBean<HttpServlet> servlet(String name) {
			ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(new HttpServlet() {
			}, "/" + name + "/*");
			registration.setName(name);
			return registration;
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order() {
			return "order";
		}

		@GetMapping("/catalog")
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

	}

}
