package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.jayway.jsonpath.JsonPath;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.SpringOpaqueTokenIntrospectorBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationStore;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opaque tokens that a real issuer is asked about.
 */
class IntrospectionJourneyTests {

	static final String ISSUER = "https://idp.example.com";

	private static final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		server.start();
		application = RunningApplication.start(
				properties(server, "management.endpoint.health.show-details=always", "zt.token.introspection.cache=1m"),
				StepUpApi.class);
	}

	static List<String> properties(WireMockServer server, String... more) {
		List<String> properties = new ArrayList<>(List.of("!spring.security.oauth2.resourceserver.jwt.issuer-uri",
				"!spring.security.oauth2.resourceserver.jwt.audiences", "zt.token.issuer=" + ISSUER,
				"zt.token.audiences=orders",
				"spring.security.oauth2.resourceserver.opaquetoken.introspection-uri=" + server.baseUrl()
						+ "/introspect",
				"spring.security.oauth2.resourceserver.opaquetoken.client-id=orders-api",
				"spring.security.oauth2.resourceserver.opaquetoken.client-secret=hush",
				"zt.limits.address.failures.permits=10000"));
		properties.addAll(List.of(more));
		return properties;
	}

	@AfterAll
	static void stop() {
		application.close();
		server.stop();
	}

	@BeforeEach
	void reset() {
		server.resetAll();
	}

	@Tag("IN3")
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			good       | | 200 |
			foreign    | "aud":"billing" | 401 | token.audience
			nobodys    | "aud":[] | 401 | token.audience
			old        | "iat":1700000000,"exp":1700000300 | 401 | token.expired
			endless    | "exp":null | 401 | token.exp-missing
			undated    | "iat":null | 401 | token.iat-missing
			textual    | "exp":"tomorrow" | 401 | token.malformed
			backwards  | "iat":1900000000,"exp":1800000000 | 401 | token.malformed
			early      | "nbf":4000000000 | 401 | token.not-yet-valid
			long       | "exp":4000000000 | 401 | token.lifetime
			others     | "iss":"https://evil.example.com" | 401 | token.issuer
			bound      | "cnf":{"jkt":"abc"} | 401 | token.binding-missing
			certified  | "cnf":{"x5t#S256":"abc"} | 401 | token.binding-missing
			unbound    | "cnf":"abc" | 401 | token.malformed
			narrow     | "scope":"orders:write" | 403 | policy.scope-missing
			nameless   | "sub":null | 401 | token.subject-missing
			refresh    | "token_type":"refresh_token" | 401 | token.type
			""")
	void getWhenActiveThenItsMembersAreHeldAgainstTheRules(String token, String member, int status, String code)
			throws IOException {
		answer(token, okJson(active((member != null) ? member : "")));
		Answer answer = application.get("/orders", "Authorization: Bearer " + token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo((code != null) ? code : "");
		assertThat(answer.toString()).doesNotContain("hush", "tomorrow");
	}

	@Tag("IN2")
	@Test
	void getWhenInactiveThenInvalidTokenAndWithoutAnswerUnavailable() throws IOException {
		answer("gone", okJson("{\"active\":false}"));
		Answer gone = application.get("/orders", "Authorization: Bearer gone");
		assertRefused(gone, 401, "token.inactive");
		assertThat(gone.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
		assertRefused(application.get("/open", "Authorization: Bearer gone"), 401, "token.inactive");
		answer("sick", aResponse().withStatus(500));
		answer("text", okJson(active("").replace("\"active\":true", "\"active\":\"true\"")));
		answer("html", aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("<html>"));
		for (String token : List.of("sick", "text", "html")) {
			Answer away = application.get("/orders", "Authorization: Bearer " + token);
			assertRefused(away, 503, "token.verifier-unavailable");
			assertThat(away.toString()).doesNotContain("localhost:" + server.port(), "introspect");
			assertRefused(application.get("/open", "Authorization: Bearer " + token), 503,
					"token.verifier-unavailable");
		}
		assertThat(application.get("/open").status()).isEqualTo(200);
		String health = application.get("/actuator/health").body();
		assertThat(JsonPath.<String>read(health, "$.components.introspection.status")).isEqualTo("UNKNOWN");
		assertThat(JsonPath.<String>read(health, "$.status")).isEqualTo("UP");
		answer("fine", okJson(active("")));
		assertThat(application.get("/orders", "Authorization: Bearer fine").status()).isEqualTo(200);
		assertThat(
				JsonPath.<String>read(application.get("/actuator/health").body(), "$.components.introspection.status"))
			.isEqualTo("UP");
		MeterRegistry meters = application.context().getBean(MeterRegistry.class);
		for (String outcome : List.of("active", "inactive", "failed")) {
			assertThat(meters.get("zt.introspection").tag("outcome", outcome).timer().count()).isPositive();
		}
		assertThat(meters.get("zt.introspection.kept").tag("active", "true").gauge().value()).isPositive();
		assertThat(meters.get("zt.introspection.kept").tag("active", "false").gauge().value()).isPositive();
		assertThat(meters.get("zt.revocations").gauge().value()).isNotNegative();
	}

	@Test
	void getWhenRevokedHereThenRefusedThoughTheIssuerStillSaysActive() throws IOException {
		answer("mine", okJson(active("\"sub\":\"carol\"")));
		assertThat(application.get("/orders", "Authorization: Bearer mine").status()).isEqualTo(200);
		RevocationStore store = application.context().getBean(RevocationStore.class);
		store.revoke(Revocation.ofSubject(ISSUER, "carol", Instant.now(), "stolen"));
		assertRefused(application.get("/orders", "Authorization: Bearer mine"), 401, "token.revoked");
		store.lift(Revocation.Kind.SUBJECT, ISSUER, "carol");
		assertThat(application.get("/orders", "Authorization: Bearer mine").status()).isEqualTo(200);
	}

	@Tag("SU1")
	@Tag("SU2")
	@Tag("SU3")
	@Tag("SU4")
	@ParameterizedTest
	@ValueSource(strings = { "", "\"acr\":\"bronze\",\"auth_time\":NOW", "\"acr\":\"gold\"",
			"\"acr\":\"gold\",\"auth_time\":1700000000", "\"acr\":\"gold\",\"auth_time\":4000000000" })
	void getWhenIntrospectedLoginIsTooWeakThenChallenged(String member) throws IOException {
		String now = Long.toString(Instant.now().getEpochSecond());
		answer("weak" + member.length(), okJson(active(member.replace("NOW", now))));
		StepUpJourneyTests.assertChallenged(
				application.get("/transfer", "Authorization: Bearer weak" + member.length()), "step-up.required");
	}

	@Tag("SU3")
	@Test
	void getWhenIntrospectedLoginDoesThenServed() throws IOException {
		answer("strong", okJson(active("\"acr\":\"gold\",\"auth_time\":" + Instant.now().getEpochSecond())));
		assertThat(application.get("/transfer", "Authorization: Bearer strong").status()).isEqualTo(200);
	}

	@Test
	void startWhenTheApplicationSpeaksThenZtKeepsOut() {
		for (Class<?> own : List.of(OwnIntrospector.class, OwnCustomizer.class)) {
			try (RunningApplication other = RunningApplication.start(properties(server), StepUpApi.class, own)) {
				assertThat(other.context().getBeanProvider(IssuerIntrospector.class).stream()).isEmpty();
				assertThat(other.context().getBean(OpaqueTokenIntrospector.class)).isNotNull();
			}
		}
		try (RunningApplication other = RunningApplication.start(properties(server, "zt.mode=observe"),
				StepUpApi.class)) {
			assertThat(other.context().getBean(OpaqueTokenIntrospector.class))
				.isInstanceOf(SpringOpaqueTokenIntrospector.class);
		}
	}

	private static void answer(String token, ResponseDefinitionBuilder response) {
		server.stubFor(post(urlEqualTo("/introspect")).withRequestBody(containing("token=" + token + "&"))
			.willReturn(response));
	}

	/**
	 * A good answer, with one member instead of its own.
	 */
	static String active(String member) {
		long now = Instant.now().getEpochSecond();
		StringBuilder body = new StringBuilder("{\"active\":true");
		for (String own : List.of("\"sub\":\"alice\"", "\"aud\":\"orders\"", "\"scope\":\"orders:read\"",
				"\"iat\":" + now, "\"exp\":" + (now + 300))) {
			if (!member.contains(own.substring(0, own.indexOf(':') + 1))) {
				body.append(',').append(own);
			}
		}
		return body.append(member.isEmpty() ? "" : ",").append(member).append('}').toString();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIntrospector {

		@Bean
		OpaqueTokenIntrospector own() {
			return (token) -> {
				throw new IllegalStateException("not asked here");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCustomizer {

		@Bean
		SpringOpaqueTokenIntrospectorBuilderCustomizer customizer() {
			return (builder) -> {
			};
		}

	}

}
