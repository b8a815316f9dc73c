package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.zerotrust.spring.journey.BackOfficeJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that are bound to the client certificate of a real TLS connection (RFC 8705).
 */
class CertificateBindingJourneyTests {

	private static RunningApplication application;

	private static RunningApplication profile;

	private static RunningApplication opaque;

	@BeforeAll
	static void start() {
		application = start(List.of("zt.routes[0].paths=/routed", "zt.routes[0].scopes=read",
				"zt.routes[0].sender-constrained=mtls"), BoundApi.class);
		profile = start(List.of(), BoundApi.class, BoundTokens.ProfileDecoder.class);
		opaque = start(
				List.of("!spring.security.oauth2.resourceserver.jwt.issuer-uri",
						"!spring.security.oauth2.resourceserver.jwt.audiences",
						"zt.token.issuer=https://idp.example.com", "zt.token.audiences=orders"),
				BoundApi.class, BoundTokens.Introspection.class);
	}

	@AfterAll
	static void stop() {
		application.close();
		profile.close();
		opaque.close();
	}

	@Test
	@Tag("M1")
	@Tag("M2")
	void getWhenCertificateIsTheOneThenServed() throws IOException {
		String token = MutualTls.boundTo(application, "clerk");
		assertThat(MutualTls.get(application, "clerk", "/plain", token).body()).isEqualTo("plain");
		assertThat(MutualTls.get(application, "clerk", "/bound", token).body()).isEqualTo("bound");
		assertThat(MutualTls.get(application, "clerk", "/routed", token).body()).isEqualTo("routed");
	}

	@Test
	@Tag("M1")
	void getWhenCertificateIsAnotherThenRefused() throws IOException {
		String token = MutualTls.boundTo(application, "clerk");
		Answer answer = MutualTls.get(application, "stranger", "/plain", token);
		assertRefused(answer, 401, "token.binding-mismatch");
		assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
	}

	@Test
	@Tag("M1")
	void getWhenNoCertificateThenRefused() throws IOException {
		Answer answer = MutualTls.get(application, "", "/plain", MutualTls.boundTo(application, "clerk"));
		assertRefused(answer, 401, "token.binding-missing");
		assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
	}

	// the header is nobody's word here: TLS ends in this process
	@Test
	@Tag("M5")
	void getWhenHeaderNamesCertificateThenIgnored() throws IOException {
		String token = MutualTls.boundTo(application, "clerk");
		assertRefused(MutualTls.get(application, "", "/plain", token, MutualTls.header("clerk")), 401,
				"token.binding-missing");
		assertRefused(MutualTls.get(application, "stranger", "/plain", token, MutualTls.header("clerk")), 401,
				"token.binding-mismatch");
	}

	// a certificate proves a binding, and authenticates nobody
	@Test
	@Tag("M4")
	void getWhenCertificateWithoutTokenThenNobody() throws IOException {
		assertRefused(MutualTls.get(application, "clerk", "/bound"), 401, "subject.missing");
		assertThat(MutualTls.get(application, "stranger", "/plain", application.bearer("read")).body())
			.isEqualTo("plain");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bound", "/by-key", "/routed" })
	void getWhenEndpointDemandsBindingThenUnboundTokenIsRefused(String target) throws IOException {
		Answer answer = MutualTls.get(application, "clerk", target, application.bearer("read"));
		assertRefused(answer, 401, "policy.sender-constraint");
		assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
	}

	@Test
	void getWhenBoundOtherwiseThanDemandedThenRefused() throws IOException {
		assertRefused(MutualTls.get(application, "clerk", "/by-key", MutualTls.boundTo(application, "clerk")), 401,
				"policy.sender-constraint");
	}

	// who has not the rights does not learn of the demand
	@Test
	void getWhenScopeIsMissingThenScopeIsTold() throws IOException {
		assertRefused(MutualTls.get(application, "clerk", "/bound", application.bearer("write")), 403,
				"policy.scope-missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/vault", "/vault/later" })
	void getWhenServiceDemandsBindingThenBoundTokenAloneIsServed(String target) throws IOException {
		String token = MutualTls.boundTo(application, "clerk");
		assertThat(MutualTls.get(application, "clerk", target, token).body()).isEqualTo("open");
		assertRefused(MutualTls.get(application, "clerk", target, application.bearer("read")), 401,
				"policy.sender-constraint");
	}

	@Test
	@Tag("M1")
	void getWhenDecoderLooksAtNoBindingThenRefusedAllTheSame() throws IOException {
		String bound = "Authorization: Bearer " + profile.token()
			.type("at+jwt")
			.scopes("read")
			.claim("client_id", "test-client")
			.claim("jti", "1")
			.claim("cnf", Map.of("x5t#S256", MutualTls.thumbprint("clerk")))
			.mint();
		assertThat(MutualTls.get(profile, "clerk", "/bound", bound).body()).isEqualTo("bound");
		assertRefused(MutualTls.get(profile, "stranger", "/plain", bound), 401, "token.binding-mismatch");
		assertRefused(MutualTls.get(profile, "", "/plain", bound), 401, "token.binding-missing");
	}

	@Test
	@Tag("M3")
	void getWhenOpaqueTokenIsBoundThenHeldAgainstTheCertificate() throws IOException {
		String bound = "Authorization: Bearer clerk";
		assertThat(MutualTls.get(opaque, "clerk", "/bound", bound).body()).isEqualTo("bound");
		assertThat(MutualTls.get(opaque, "clerk", "/vault", bound).body()).isEqualTo("open");
		assertRefused(MutualTls.get(opaque, "stranger", "/plain", bound), 401, "token.binding-mismatch");
		assertRefused(MutualTls.get(opaque, "", "/plain", bound), 401, "token.binding-missing");
		assertRefused(MutualTls.get(opaque, "clerk", "/bound", "Authorization: Bearer unbound"), 401,
				"policy.sender-constraint");
	}

	@Test
	@Tag("M1")
	void getWhenNoTlsThenBoundTokenIsRefused() throws IOException {
		try (RunningApplication plain = RunningApplication.start(BoundApi.class)) {
			assertRefused(plain.get("/plain", MutualTls.boundTo(plain, "clerk")), 401, "token.binding-missing");
			assertRefused(plain.get("/plain", MutualTls.boundTo(plain, "clerk"), MutualTls.header("clerk")), 401,
					"token.binding-missing");
			assertThat(plain.get("/plain", plain.bearer("read")).body()).isEqualTo("plain");
		}
	}

	@Test
	void getWhenBindingIsRequiredThenUnboundTokenIsRefusedEverywhere() throws IOException {
		try (RunningApplication required = start(List.of("zt.token.mtls.mode=required"), BoundApi.class)) {
			assertThat(MutualTls.get(required, "clerk", "/plain", MutualTls.boundTo(required, "clerk")).body())
				.isEqualTo("plain");
			assertRefused(MutualTls.get(required, "clerk", "/plain", required.bearer("read")), 401,
					"token.binding-required");
		}
	}

	@Test
	void getWhenBindingIsOffThenBoundTokenIsRefused() throws IOException {
		try (RunningApplication off = start(List.of("zt.token.mtls.mode=off"), CorePathJourneyTests.Api.class)) {
			assertRefused(MutualTls.get(off, "clerk", "/orders/1", MutualTls.boundTo(off, "clerk")), 401,
					"token.binding-unsupported");
		}
	}

	private static RunningApplication start(List<String> properties, Class<?>... sources) {
		List<String> all = new ArrayList<>(MutualTls.PROPERTIES);
		all.addAll(properties);
		return RunningApplication.start(all, sources);
	}

}
