package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationStore;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two issuers of JWTs and one that is asked, as they answer over the network. None passes
 * for another.
 */
class IssuersApartJourneyTests {

	private static final String READINESS = "/actuator/health/readiness";

	// the same kid at both, as issuers of one make have
	private static RSAKey one;

	private static RSAKey two;

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private String first;

	private String second;

	private String asked;

	@BeforeAll
	static void makeKeys() throws JOSEException {
		one = new RSAKeyGenerator(2048).keyID("1").generate();
		two = new RSAKeyGenerator(2048).keyID("1").generate();
	}

	@BeforeEach
	void start() {
		this.server.start();
		this.first = this.server.baseUrl() + "/one";
		this.second = this.server.baseUrl() + "/two";
		this.asked = this.server.baseUrl() + "/asked";
		this.server.stubFor(get("/one/keys").willReturn(okJson(new JWKSet(one).toString())));
		this.server.stubFor(get("/two/.well-known/openid-configuration").willReturn(
				okJson("{\"issuer\":\"" + this.second + "\",\"jwks_uri\":\"" + this.second + "/certificates\"}")));
		this.server.stubFor(get("/two/certificates").willReturn(okJson(new JWKSet(two).toString())));
		this.server.stubFor(post("/asked/introspect").willReturn(okJson("{\"active\":false}")));
		answer("opaque", "");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	@Tag("AT3")
	@Tag("AT4")
	@Tag("J9")
	@Tag("IN3")
	void getWhenIssuersAreSeveralThenNonePassesForAnother() throws IOException {
		try (RunningApplication application = application()) {
			assertServed(application, token(one, this.first, "one-orders"));
			assertServed(application, token(two, this.second, "two-orders"));
			assertServed(application, "opaque");
			// names of this service at the others
			assertRefused(application, token(one, this.first, "two-orders"), "token.audience");
			assertRefused(application, token(two, this.second, "one-orders"), "token.audience");
			assertRefused(application, token(two, this.second, "asked-orders"), "token.audience");
			// keys of the others
			assertRefused(application, token(one, this.second, "two-orders"), "token.signature");
			assertRefused(application, token(two, this.first, "one-orders"), "token.signature");
			assertRefused(application, token(one, this.first + "/", "one-orders"), "token.issuer");
			this.server.verify(1, postRequestedFor(urlEqualTo("/asked/introspect")));
			assertRefused(application, token(one, this.asked, "asked-orders"), "token.inactive");
			// what one says of tokens of the others
			answer("foreign", ",\"iss\":\"" + this.first + "\"");
			assertRefused(application, "foreign", "token.issuer");
			answer("elsewhere", ",\"aud\":\"one-orders\"");
			assertRefused(application, "elsewhere", "token.audience");
			assertRefused(application, "invented", "token.inactive");
		}
	}

	@Test
	@Tag("B8")
	void getWhenSubjectIsRevokedAtOneIssuerThenHisNamesakesPass() throws IOException {
		try (RunningApplication application = application()) {
			RevocationStore store = application.context().getBean(RevocationStore.class);
			store.revoke(Revocation.ofSubject(this.first, "alice", Instant.now(), "stolen"));
			store.revoke(Revocation.ofClient(this.asked, "shop", Instant.now(), "leaked"));
			assertRefused(application, token(one, this.first, "one-orders"), "token.revoked");
			assertServed(application, token(two, this.second, "two-orders"));
			assertRefused(application, "opaque", "token.revoked");
			store.lift(Revocation.Kind.CLIENT, this.asked, "shop");
			assertServed(application, "opaque");
		}
	}

	@Test
	@Tag("AT4")
	void readinessWhenOnlyTheAskedIssuerIsThereThenItsCallersAreServed() throws Exception {
		this.server.stubFor(get("/one/keys").willReturn(serverError()));
		this.server.stubFor(get("/two/.well-known/openid-configuration").willReturn(serverError()));
		try (RunningApplication application = application()) {
			Answer health = application.get("/actuator/health/ztIssuers");
			for (int i = 0; i < 100 && health.body().split("NO_KEYS", -1).length != 3; i++) {
				Thread.sleep(20);
				health = application.get("/actuator/health/ztIssuers");
			}
			assertThat(health.body()).contains("NO_KEYS");
			Answer unverified = call(application, token(one, this.first, "one-orders"));
			assertThat(unverified.status()).as("%s", unverified).isEqualTo(503);
			assertThat(unverified.code()).isEqualTo("token.verifier-unavailable");
			assertServed(application, "opaque");
			assertThat(application.get(READINESS).status()).as("%s", health).isEqualTo(200);
		}
	}

	private RunningApplication application() {
		return RunningApplication.start(List.of("!spring.security.oauth2.resourceserver.jwt.issuer-uri",
				"!spring.security.oauth2.resourceserver.jwt.audiences", "zt.test.trust-issuer=false",
				"zt.issuers[0].issuer=" + this.first, "zt.issuers[0].audiences=one-orders",
				"zt.issuers[0].jwk-set-uri=" + this.first + "/keys", "zt.issuers[1].issuer=" + this.second,
				"zt.issuers[1].audiences=two-orders", "zt.issuers[2].issuer=" + this.asked,
				"zt.issuers[2].audiences=asked-orders", "zt.issuers[2].introspection.uri=" + this.asked + "/introspect",
				"zt.issuers[2].introspection.client-id=orders", "zt.issuers[2].introspection.client-secret=hush",
				"management.endpoint.health.show-details=always"), StepUpApi.class);
	}

	private void answer(String token, String more) {
		long now = Instant.now().getEpochSecond();
		String audience = more.contains("\"aud\"") ? "" : ",\"aud\":\"asked-orders\"";
		this.server.stubFor(post("/asked/introspect").withRequestBody(containing("token=" + token + "&"))
			.willReturn(okJson("{\"active\":true,\"sub\":\"alice\",\"client_id\":\"shop\",\"scope\":\"orders:read\""
					+ ",\"iat\":" + now + ",\"exp\":" + (now + 60) + audience + more + "}")));
	}

	private static String token(RSAKey key, String issuer, String audience) {
		Instant now = Instant.now();
		Map<String, Object> claims = new HashMap<>(
				Map.of("iss", issuer, "aud", audience, "sub", "alice", "client_id", "shop", "scope", "orders:read",
						"iat", now.getEpochSecond(), "exp", now.plusSeconds(60).getEpochSecond(), "jti", "1"));
		JWSObject token = new JWSObject(
				new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").type(new JOSEObjectType("at+jwt")).build(),
				new Payload(claims));
		try {
			token.sign(new RSASSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private static Answer call(RunningApplication application, String token) throws IOException {
		return application.get("/orders", "Authorization: Bearer " + token);
	}

	private static void assertServed(RunningApplication application, String token) throws IOException {
		Answer answer = call(application, token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	private static void assertRefused(RunningApplication application, String token, String code) throws IOException {
		Answer answer = call(application, token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo(code);
	}

}
