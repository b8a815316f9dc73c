package io.zerotrust.spring.autoconfigure;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import io.zerotrust.spring.web.ClientAddressSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every source meets everybody who may rewrite addresses. The messages stand in the start
 * tests of the test kit.
 */
class ClientAddressRulesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', emptyValue = "", textBlock = """
			nobody     |                 | true
			nobody     | PEER            | true
			nobody     | X_FORWARDED_FOR | true
			nobody     | FORWARDED       | true
			nobody     | CONTAINER       | false
			none       |                 | true
			NONE       | X_FORWARDED_FOR | true
			framework  |                 | false
			framework  | PEER            | true
			framework  | X_FORWARDED_FOR | true
			Framework  | FORWARDED       | true
			framework  | CONTAINER       | true
			filter     |                 | false
			filter     | PEER            | true
			filter     | X_FORWARDED_FOR | true
			filter     | FORWARDED       | true
			filter     | CONTAINER       | true
			native     |                 | false
			native     | PEER            | false
			NATIVE     | X_FORWARDED_FOR | false
			native     | FORWARDED       | false
			native     | CONTAINER       | true
			kubernetes |                 | false
			kubernetes | PEER            | false
			kubernetes | X_FORWARDED_FOR | false
			heroku     | FORWARDED       | false
			kubernetes | CONTAINER       | true
			nomad      | CONTAINER       | true
			valve      |                 | false
			valve      | PEER            | false
			valve      | X_FORWARDED_FOR | false
			valve      | FORWARDED       | false
			valve      | CONTAINER       | true
			""")
	void problemWhenSourceMeetsRewritingThenOnlyWhatAgreesStarts(String who, @Nullable ClientAddressSource source,
			boolean starts) {
		boolean header = source != null && source.isHeader();
		ZtProperties.ClientAddress settings = settings(source, header ? List.of("10.0.0.0/8") : List.of());
		AddressRewriting rewriting = AddressRewriting.in(environment(who),
				Optional.of("ForwardedHeaderFilter").filter((type) -> who.equals("filter")));
		assertThat(ClientAddressRules.problem(settings, rewriting) == null).isEqualTo(starts);
	}

	// what hides the connection outweighs what can be unwrapped
	@Test
	void inWhenValveAndFilterThenValveCounts() {
		MockEnvironment environment = environment("valve").withProperty("server.forward-headers-strategy", "framework");
		assertThat(AddressRewriting.in(environment, Optional.of("ForwardedHeaderFilter"))).isNotNull()
			.matches(AddressRewriting::lost);
		assertThat(AddressRewriting.in(environment("native"), Optional.of("ForwardedHeaderFilter"))).isNotNull()
			.matches(AddressRewriting::lost);
	}

	@Test
	void inWhenSettingsAreBlankThenAsIfNotSet() {
		MockEnvironment environment = new MockEnvironment().withProperty("server.forward-headers-strategy", "")
			.withProperty("server.tomcat.remoteip.remote-ip-header", " ");
		assertThat(AddressRewriting.in(environment, Optional.empty())).isNull();
		environment.setProperty("spring.main.cloud-platform", "kubernetes");
		assertThat(AddressRewriting.in(environment, Optional.empty())).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "X_FORWARDED_FOR", "FORWARDED" })
	void problemWhenHeaderWithoutProxiesThenProblem(ClientAddressSource source) {
		assertThat(ClientAddressRules.problem(settings(source, List.of()), null)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/7", "::/0", "2000::/3", "fc00::/6" })
	void addressesWhenNetworkIsWiderThanAnyOfProxiesThenRefused(String network) {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> ClientAddressRules
				.addresses(settings(ClientAddressSource.FORWARDED, List.of("10.0.0.0/8", network))))
			.withMessageContaining(network);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/8", "10.0.0.1", "fc00::/7", "2001:db8::/32", "::1" })
	void addressesWhenNetworkMayBeOfProxiesThenRead(String network) {
		ZtProperties.ClientAddress settings = settings(ClientAddressSource.FORWARDED, List.of(network));
		assertThat(ClientAddressRules.addresses(settings).source()).isEqualTo(ClientAddressSource.FORWARDED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.1/8", "proxy.internal", "::ffff:10.0.0.0/104", "" })
	void addressesWhenNoNetworkThenRefused(String network) {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> ClientAddressRules.addresses(settings(ClientAddressSource.FORWARDED, List.of(network))))
			.withMessageStartingWith("zt.client-address.trusted-proxies has the entry " + network + ": ");
	}

	@Test
	void addressesWhenNothingIsSetThenPeer() {
		assertThat(ClientAddressRules.addresses(settings(null, List.of())).source())
			.isEqualTo(ClientAddressSource.PEER);
	}

	private static ZtProperties.ClientAddress settings(@Nullable ClientAddressSource source, List<String> proxies) {
		return new ZtProperties.ClientAddress(source, proxies);
	}

	private static MockEnvironment environment(String who) {
		MockEnvironment environment = new MockEnvironment();
		switch (who) {
			case "nobody", "filter" -> {
			}
			case "kubernetes", "heroku", "nomad" -> environment.setProperty("spring.main.cloud-platform", who);
			case "valve" -> environment.setProperty("server.tomcat.remoteip.protocol-header", "x-forwarded-proto");
			default -> environment.setProperty("server.forward-headers-strategy", who);
		}
		return environment;
	}

}
