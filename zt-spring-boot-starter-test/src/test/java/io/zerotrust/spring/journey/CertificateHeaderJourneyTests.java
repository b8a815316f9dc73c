package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.zerotrust.spring.journey.BackOfficeJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that are bound to a certificate which a proxy saw, and tells of by a header (RFC
 * 9440). The tests are the proxy.
 */
class CertificateHeaderJourneyTests {

	private static RunningApplication trusting;

	private static RunningApplication distrusting;

	@BeforeAll
	static void start() {
		trusting = start("127.0.0.0/8,::1/128", BoundApi.class);
		distrusting = start("10.0.0.0/8", BoundApi.class);
	}

	@AfterAll
	static void stop() {
		trusting.close();
		distrusting.close();
	}

	// the connection has the proxy's certificate, which is not looked at
	@ParameterizedTest
	@ValueSource(strings = { "", "stranger" })
	@Tag("M5")
	void getWhenTrustedProxyTellsTheCertificateThenServed(String proxy) throws IOException {
		String token = MutualTls.boundTo(trusting, "clerk");
		for (String target : List.of("/plain", "/bound", "/vault")) {
			Answer answer = MutualTls.get(trusting, proxy, target, token, MutualTls.header("clerk"));
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		}
	}

	// signed by nobody, but it is the one the token is bound to
	@Test
	@Tag("M4")
	void getWhenCertificateIsSelfSignedThenServed() throws IOException {
		assertThat(
				MutualTls.get(trusting, "", "/plain", MutualTls.boundTo(trusting, "forged"), MutualTls.header("forged"))
					.body())
			.isEqualTo("plain");
	}

	@Test
	@Tag("M1")
	@Tag("M5")
	void getWhenTrustedProxyTellsAnotherOrNoneThenRefused() throws IOException {
		String token = MutualTls.boundTo(trusting, "clerk");
		assertRefused(MutualTls.get(trusting, "", "/plain", token, MutualTls.header("stranger")), 401,
				"token.binding-mismatch");
		assertRefused(MutualTls.get(trusting, "", "/plain", token), 401, "token.binding-missing");
	}

	@Test
	@Tag("M5")
	void getWhenProxyShowsItsOwnCertificateThenItIsNotTheCallers() throws IOException {
		assertRefused(MutualTls.get(trusting, "clerk", "/plain", MutualTls.boundTo(trusting, "clerk")), 401,
				"token.binding-missing");
	}

	@Test
	@Tag("M5")
	void getWhenHeaderIsOfSomebodyElseThenIgnored() throws IOException {
		String token = MutualTls.boundTo(distrusting, "clerk");
		assertRefused(MutualTls.get(distrusting, "", "/plain", token, MutualTls.header("clerk")), 401,
				"token.binding-missing");
		assertRefused(
				MutualTls.get(distrusting, "", "/plain", token, MutualTls.header("clerk"), "X-Forwarded-For: 10.0.0.1"),
				401, "token.binding-missing");
		assertThat(MutualTls.get(distrusting, "", "/plain", distrusting.bearer("read"), "Client-Cert: garbage").body())
			.isEqualTo("plain");
	}

	// a header authenticates nobody
	@Test
	@Tag("M4")
	void getWhenHeaderWithoutTokenThenNobody() throws IOException {
		assertRefused(MutualTls.get(trusting, "", "/plain", MutualTls.header("clerk")), 401, "subject.missing");
	}

	@Test
	void getWhenTwoHeadersThenRefused() throws IOException {
		assertRefused(MutualTls.get(trusting, "", "/plain", MutualTls.boundTo(trusting, "clerk"),
				MutualTls.header("clerk"), MutualTls.header("clerk")), 400, "credential.certificate-malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", ":", "::", ":!!!:", ":Y2xlcms=:", "Y2xlcms=", "\"Y2xlcms=\"",
			":LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t:" })
	void getWhenHeaderIsGarbageThenRefused(String value) throws IOException {
		String token = MutualTls.boundTo(trusting, "clerk");
		assertRefused(MutualTls.get(trusting, "", "/plain", token, "Client-Cert: " + value), 400,
				"credential.certificate-malformed");
	}

	@Test
	@Tag("M3")
	void getWhenOpaqueTokenThenTheSame() throws IOException {
		try (RunningApplication opaque = start("127.0.0.0/8,::1/128",
				List.of("!spring.security.oauth2.resourceserver.jwt.issuer-uri",
						"!spring.security.oauth2.resourceserver.jwt.audiences",
						"zt.token.issuer=https://idp.example.com", "zt.token.audiences=orders"),
				BoundApi.class, BoundTokens.Introspection.class)) {
			String token = "Authorization: Bearer clerk";
			assertThat(MutualTls.get(opaque, "", "/bound", token, MutualTls.header("clerk")).body()).isEqualTo("bound");
			assertRefused(MutualTls.get(opaque, "", "/bound", token, MutualTls.header("stranger")), 401,
					"token.binding-mismatch");
			assertRefused(MutualTls.get(opaque, "clerk", "/bound", token), 401, "token.binding-missing");
		}
	}

	private static RunningApplication start(String proxies, Class<?>... sources) {
		return start(proxies, List.of(), sources);
	}

	private static RunningApplication start(String proxies, List<String> properties, Class<?>... sources) {
		List<String> all = new ArrayList<>(MutualTls.PROPERTIES);
		all.addAll(List.of("zt.token.mtls.source=client-cert", "zt.client-address.source=x-forwarded-for",
				"zt.client-address.trusted-proxies=" + proxies));
		all.addAll(properties);
		return RunningApplication.start(all, sources);
	}

}
