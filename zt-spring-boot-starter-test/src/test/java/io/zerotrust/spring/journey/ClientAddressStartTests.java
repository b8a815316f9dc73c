package io.zerotrust.spring.journey;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
 * Who decides on the address of callers is said, or the application does not start.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClientAddressStartTests {

	private static final String TAKEN = ", so the address of callers is taken from headers, and zt.client-address.source "
			+ "does not say that this is meant.";

	private static final String LOST = ", so address and headers are replaced before zt sees them.";

	private static final String NETWORKS = " to the networks your proxies connect from";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			server.forward-headers-strategy=native      | server.forward-headers-strategy is native
			server.forward-headers-strategy=framework   | server.forward-headers-strategy is framework
			spring.main.cloud-platform=kubernetes       | server.forward-headers-strategy is not set and native \
			because of the platform KUBERNETES
			""")
	void startWhenStrategyRewritesAndNoSourceThenFails(String property, String what, CapturedOutput output) {
		assertFails(Api.class, property);
		assertSaid(output, what + TAKEN,
				"Set zt.client-address.source: container if it is. Else set server.forward-headers-strategy: none, "
						+ "and set zt.client-address.source: x-forwarded-for and zt.client-address.trusted-proxies"
						+ NETWORKS + ".");
	}

	// Boot adds the valve for these whatever the strategy is
	@ParameterizedTest
	@CsvSource({ "server.tomcat.remoteip.remote-ip-header, x-real-ip",
			"server.tomcat.remoteip.protocol-header, x-forwarded-proto" })
	void startWhenValveRewritesAndNoSourceThenFails(String key, String header, CapturedOutput output) {
		assertFails(Api.class, key + "=" + header, "server.forward-headers-strategy=none");
		assertSaid(output, key + " is " + header + TAKEN,
				"Set zt.client-address.source: container if it is. Else remove " + key
						+ ", and set zt.client-address.source: x-forwarded-for and zt.client-address.trusted-proxies"
						+ NETWORKS + ".");
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnFilter.class, OwnRegistration.class })
	void startWhenOwnFilterRewritesAndNoSourceThenFails(Class<?> filter, CapturedOutput output) {
		assertFails(filter);
		assertSaid(output, "A ForwardedHeaderFilter is registered" + TAKEN,
				"Set zt.client-address.source: container if it is. Else remove the ForwardedHeaderFilter, "
						+ "and set zt.client-address.source: x-forwarded-for and zt.client-address.trusted-proxies"
						+ NETWORKS + ".");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			peer            | server.forward-headers-strategy=native | server.forward-headers-strategy is native
			forwarded       | spring.main.cloud-platform=kubernetes  | server.forward-headers-strategy is not set \
			and native because of the platform KUBERNETES
			""")
	void startWhenValveHidesWhatIsReadThenFails(String source, String property, String what, CapturedOutput output) {
		assertFails(Api.class, property, "zt.client-address.source=" + source);
		assertSaid(output, "zt.client-address.source is " + source + ", but " + what + LOST,
				"Set zt.client-address.source: container, or set server.forward-headers-strategy: none.");
	}

	@Test
	void startWhenValveHidesWhatIsReadByItsHeaderThenFails(CapturedOutput output) {
		assertFails(Api.class, "server.tomcat.remoteip.remote-ip-header=x-real-ip", "zt.client-address.source=peer");
		assertSaid(output,
				"zt.client-address.source is peer, but server.tomcat.remoteip.remote-ip-header is x-real-ip" + LOST,
				"Set zt.client-address.source: container, or remove server.tomcat.remoteip.remote-ip-header.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-forwarded-for", "forwarded" })
	void startWhenHeaderWithoutProxiesThenFails(String source, CapturedOutput output) {
		assertFails(Api.class, "zt.client-address.source=" + source);
		assertSaid(output,
				"zt.client-address.source is " + source + ", but zt.client-address.trusted-proxies is empty.",
				"Set zt.client-address.trusted-proxies" + NETWORKS + ", 10.0.0.0/8 for example.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zt.mode=enforce                    | none      | not set, so peer
			zt.client-address.source=container | framework | container
			""")
	void startWhenProxiesWithoutHeaderThenFails(String property, String strategy, String source,
			CapturedOutput output) {
		assertFails(Api.class, property, "server.forward-headers-strategy=" + strategy,
				"zt.client-address.trusted-proxies=10.0.0.0/8,192.0.2.1");
		assertSaid(output,
				"zt.client-address.trusted-proxies is [10.0.0.0/8, 192.0.2.1], but zt.client-address.source is "
						+ source + ", which asks no proxy.",
				"Set zt.client-address.source: x-forwarded-for or forwarded, whichever your proxies write, or remove "
						+ "zt.client-address.trusted-proxies.");
	}

	@Test
	void startWhenContainerButNobodyRewritesThenFails(CapturedOutput output) {
		assertFails(Api.class, "zt.client-address.source=container");
		assertSaid(output, "zt.client-address.source is container, but nothing there reads forwarded headers.",
				"Set zt.client-address.source: peer, or server.forward-headers-strategy: native or framework.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			proxy.internal | not a network in CIDR notation: proxy.internal
			""")
	void startWhenProxyIsNoNetworkThenFails(String network, String why, CapturedOutput output) {
		assertFails(Api.class, "zt.client-address.source=forwarded", "zt.client-address.trusted-proxies=" + network);
		assertSaid(output, "zt.client-address.trusted-proxies has the entry " + network + ": " + why + ".",
				"Write networks in CIDR notation, 203.0.113.0/24 or 2001:db8::/32 for example.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0/0", "::/0" })
	void startWhenEverybodyIsProxyThenFails(String network, CapturedOutput output) {
		assertFails(Api.class, "zt.client-address.source=x-forwarded-for",
				"zt.client-address.trusted-proxies=10.0.0.0/8," + network);
		assertSaid(output,
				"zt.client-address.trusted-proxies has the entry " + network
						+ ", so callers would be taken for proxies.",
				"Write the networks your proxies connect from, none wider than /8, or /7 for IPv6.");
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			spring.main.cloud-platform=kubernetes | server.forward-headers-strategy is not set and native because \
			of the platform KUBERNETES, so the address of callers is taken from headers
			zt.client-address.source=forwarded    | zt.client-address.source is forwarded, but \
			zt.client-address.trusted-proxies is empty.
			""")
	void startWhenObservedThenOnlyWarns(String property, String warning, CapturedOutput output) {
		RunningApplication.start(List.of("zt.mode=observe", property), Api.class).close();
		assertThat(output).contains("zt would not start: " + warning);
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
	static class OwnFilter {

		@Bean
		ForwardedHeaderFilter ownFilter() {
			return new ForwardedHeaderFilter();
		}

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
