package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has opened Spring Security's firewall and the container as wide as
 * they go: the handler that runs is still the one that was decided on.
 */
class RelaxedFirewallJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//orders/1", "/orders//1", "/orders/1;a=b", "/orders;a=b/1", "/;/orders/1",
			"/open/..;/orders/1", "/open/%2e%2e/orders/1", "/open/../orders/1", "/./orders/1", "/open/1/../../orders/1",
			"/open%2F..%2Forders%2F1", "/orders%2F1", "/orders%5C1", "/orders\\1", "/open/..%5Corders%5C1",
			"/orders/1%3B", "/open%3B/orders/1", "/open/1;/../orders/1", "/orders/1/", "/orders/1%0a", "/orders/1%0d",
			"/orders/1%00", "/orders/1%25", "/orders/1.json", "/orders/1;.css", "/ORDERS/1", "/%6frders/1",
			"/%256frders/1", "/admin;/open/1", "/admin;x", "/admin%2e", "/admin%20", "/open/x/..;/..;/admin" })
	void getThenOnlyHandlersRunWhoseRuleTheCallerSatisfies(String target) throws IOException {
		application.get(target);
		assertThat(Ran.take()).isSubsetOf("open");
		application.get(target, application.bearer());
		assertThat(Ran.take()).isSubsetOf("open");
		application.get(target, application.bearer("orders:read"));
		assertThat(Ran.take()).isSubsetOf("open", "order");
	}

	@Test
	void getWhenMatrixVariableThenSameRuleHolds() throws IOException {
		Answer answer = application.get("/orders/1;a=b");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("subject.missing");
		assertThat(application.get("/orders/1;a=b", application.bearer("orders:read")).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("order");
	}

	@ParameterizedTest
	@ValueSource(strings = { "get", "FOO", "PROPFIND" })
	void sendWhenMethodIsUnknownThenRefused(String method) throws IOException {
		Answer answer = application.send(method, "/orders/1");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("subject.missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(PathTrickApi.Controller.class)
	static class Api {

		@Bean
		HttpFirewall firewall() {
			StrictHttpFirewall firewall = new StrictHttpFirewall();
			firewall.setAllowSemicolon(true);
			firewall.setAllowBackSlash(true);
			firewall.setAllowNull(true);
			firewall.setAllowUrlEncodedCarriageReturn(true);
			firewall.setAllowUrlEncodedDoubleSlash(true);
			firewall.setAllowUrlEncodedLineFeed(true);
			firewall.setAllowUrlEncodedPercent(true);
			firewall.setAllowUrlEncodedPeriod(true);
			firewall.setAllowUrlEncodedSlash(true);
			firewall.setUnsafeAllowAnyHttpMethod(true);
			return firewall;
		}

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> lenient() {
			return (factory) -> factory.addConnectorCustomizers((connector) -> {
				connector.setEncodedSolidusHandling("decode");
				connector.setEncodedReverseSolidusHandling("decode");
				connector.setAllowBackslash(true);
				connector.setProperty("relaxedPathChars", "\\;{}|^[]\"<>`");
			});
		}

	}

}
