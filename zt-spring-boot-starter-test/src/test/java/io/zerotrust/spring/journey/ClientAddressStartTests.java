package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ForwardedHeaderFilter;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who decides on the address of callers is said, or the application does not start. Most
 * of it stands in the table of {@link MisconfigurationTableTests}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClientAddressStartTests {

	private static final String TAKEN = ", so the address of callers is taken from headers, and zt.client-address.source "
			+ "does not say that this is meant.";

	private static final String NETWORKS = " to the networks your proxies connect from";

	@Test
	void startWhenRegisteredFilterRewritesAndNoSourceThenFails(CapturedOutput output) {
		assertFails(OwnRegistration.class);
		assertSaid(output, "A ForwardedHeaderFilter is registered" + TAKEN,
				"Set zt.client-address.source: container if it is. Else remove the ForwardedHeaderFilter, "
						+ "and set zt.client-address.source: x-forwarded-for and zt.client-address.trusted-proxies"
						+ NETWORKS + ".");
	}

	static Stream<List<String>> sound() {
		String proxies = "zt.client-address.trusted-proxies=10.0.0.0/8,fc00::/7";
		return Stream.of(
				List.of("zt.client-address.source=forwarded", proxies, "server.forward-headers-strategy=framework"),
				List.of("zt.client-address.source=container", "spring.main.cloud-platform=kubernetes"),
				List.of("spring.main.cloud-platform=kubernetes", "server.forward-headers-strategy=none"));
	}

	@ParameterizedTest
	@MethodSource("sound")
	void startWhenSettingsAgreeThenStarts(List<String> properties, CapturedOutput output) {
		RunningApplication.start(properties, Api.class).close();
		assertThat(output).doesNotContain("zt would not start");
	}

	// behind a proxy nobody told of, all callers would share the limits of one address
	@Test
	void getWhenProxyIsUntoldThenWarnedOnce(CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication.start(Api.class)) {
			application.get("/");
			assertThat(output).doesNotContain("zt.client-address.source is not set");
			application.get("/", "X-Forwarded-For: 203.0.113.7");
			application.get("/", "Forwarded: for=203.0.113.7");
		}
		assertThat(output).containsOnlyOnce("A request has the header X-Forwarded-For, and zt.client-address.source")
			.containsOnlyOnce("zt.client-address.source is not set");
	}

	@Test
	void getWhenSourceIsToldThenNotWarned(CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication.start(List.of("zt.client-address.source=peer"),
				Api.class)) {
			application.get("/", "X-Forwarded-For: 203.0.113.7");
		}
		assertThat(output).doesNotContain("zt.client-address.source is not set");
	}

	@Test
	void startWhenSourceIsUnknownThenFails(CapturedOutput output) {
		assertFails(Api.class, "zt.client-address.source=x-real-ip");
		assertThat(output).contains("Failed to bind properties under 'zt.client-address.source'")
			.contains("Value: \"x-real-ip\"")
			.contains("X_FORWARDED_FOR");
	}

	private static void assertSaid(CapturedOutput output, String description, String action) {
		assertThat(output).contains("""
				Description:

				%s

				Action:

				%s

				""".formatted(description, action).replace("\n", System.lineSeparator()));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Api {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnRegistration {

		@Bean
		FilterRegistrationBean<ForwardedHeaderFilter> ownRegistration() {
			return new FilterRegistrationBean<>(new ForwardedHeaderFilter());
		}

	}

}
