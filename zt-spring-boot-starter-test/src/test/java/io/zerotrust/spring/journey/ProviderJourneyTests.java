package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

import io.zerotrust.spring.test.TokenBuilder;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens as Keycloak shapes them, over a real port: who is let in, and what the operator
 * reads where somebody is not.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProviderJourneyTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private static final List<String> KEYCLOAK = List.of("zt.provider=keycloak",
			JWT + "issuer-uri=https://idp.example.com/realms/shop", "zt.callers.backend=billing,shipping");

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(KEYCLOAK, CalledApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenRoleOfRealmOrOfThisClientThenServedByBothRules() throws IOException {
		for (TokenBuilder token : List.of(user("web").claim("realm_access", roles("clerk")),
				user("web").claim("resource_access", Map.of("orders", roles("clerk"))))) {
			assertThat(application.get("/role", bearer(token)).body()).isEqualTo("role");
			assertThat(application.get("/spring", bearer(token)).body()).isEqualTo("spring");
		}
	}

	@Test
	void getWhenRoleIsOneOfAnotherClientThenRefusedAndLogSaysWhereItLooked(CapturedOutput output) throws IOException {
		TokenBuilder token = user("web").claim("resource_access", Map.of("billing", roles("clerk")))
			.claim("roles", List.of("clerk"))
			.claim("realm_access", roles("ROLE_clerk", "visitor"));
		assertRefused(application.get("/role", bearer(token)), 403, "policy.role-missing");
		assertThat(output).contains("code=policy.role-missing why=\"missing [clerk], held [")
			.contains(
					"], read at [/realm_access/roles, /resource_access/orders/roles], rule at io.zerotrust.spring.journey.CalledApi$Controller.role");
		assertRefused(application.get("/spring", bearer(token)), 403, "spring.access-denied");
	}

	@Test
	void getWhenScopeIsMissingThenLogSaysWhereItLooked(CapturedOutput output) throws IOException {
		TokenBuilder token = user("web").scopes("email").claim("scp", List.of("orders:read"));
		assertRefused(application.get("/scope", bearer(token)), 403, "policy.scope-missing");
		assertThat(output).contains(
				"missing [orders:read], held [email], read at [scope], rule at io.zerotrust.spring.journey.CalledApi$Controller.scope");
	}

	@Test
	void getWhenAudienceIsAnothersThenRefusedAndLogNamesTheClaim(CapturedOutput output) throws IOException {
		String token = bearer(user("web").claim("aud", "account").type("JWT"));
		Answer answer = application.get("/scope", token);
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("token.audience");
		// Spring Boot's validator speaks first and names the claim alone
		assertThat(output).contains("code=token.audience why=\"").contains("The aud claim is not valid\"");
	}

	@Test
	void getWhenCallerIsNoneOfThoseThenRefusedAndLogSaysWho(CapturedOutput output) throws IOException {
		assertThat(application.get("/web", bearer(user("web"))).body()).isEqualTo("web");
		// client_id names nobody in Keycloak's tokens of users
		assertRefused(application.get("/web", bearer(user("spa").claim("client_id", "web"))), 403,
				"policy.caller-denied");
		assertThat(output).contains("called by HUMAN from client 'spa' with the roles [], read at [azp], needed");
		assertRefused(application.get("/web", bearer(user("web").without("azp"))), 403, "policy.caller-denied");
	}

	@Test
	void getWhenClientHasTheRoleThenServed() throws IOException {
		assertThat(application.get("/backend", bearer(service("billing"))).body()).isEqualTo("backend");
		// the operator gave the role to the client, whoever uses it
		assertThat(application.get("/backend", bearer(user("shipping"))).body()).isEqualTo("backend");
		// a service may bring it along, a person may not
		assertThat(application.get("/backend", bearer(service("other").claim("realm_access", roles("backend")))).body())
			.isEqualTo("backend");
		assertRefused(application.get("/backend", bearer(user("other").claim("realm_access", roles("backend")))), 403,
				"policy.caller-denied");
	}

	@Test
	void getWhenUserIsNamedLikeServiceThenStillHuman() throws IOException {
		assertThat(application.get("/service", bearer(service("billing"))).body()).isEqualTo("service");
		for (TokenBuilder token : List.of(user("web").claim("preferred_username", "service-account-web"),
				user("web").subject("web"), user("web").claim("client_id", "web"),
				user("web").claim("clientAddress", "192.0.2.1"),
				user("web").claim("client_id", "other").claim("clientAddress", "192.0.2.1"))) {
			assertRefused(application.get("/service", bearer(token)), 403, "policy.caller-denied");
		}
	}

	@Test
	void getWhenSomebodyActsForTheUserThenNoHuman(CapturedOutput output) throws IOException {
		assertThat(application.get("/human", bearer(user("web"))).body()).isEqualTo("human");
		assertRefused(application.get("/human", bearer(service("billing"))), 403, "policy.caller-denied");
		assertRefused(application.get("/human", bearer(user("web").claim("act", Map.of("sub", "assistant")))), 403,
				"policy.caller-denied");
		assertThat(output).contains("called by AGENT from client 'web'").contains("kind=AGENT actor=\"assistant\"");
		// an actor beside the marks of a service is an agent too
		assertRefused(application.get("/service", bearer(service("billing").claim("act", Map.of("sub", "a")))), 403,
				"policy.caller-denied");
	}

	@Test
	void startWhenApplicationHasConverterThenItDecidesOnSpringsAuthorities() throws IOException {
		try (RunningApplication own = RunningApplication.start(KEYCLOAK, CalledApi.class, OwnConverter.class)) {
			String token = "Authorization: Bearer "
					+ own.token().scopes("orders:read").claim("realm_access", roles("clerk")).mint();
			assertThat(own.get("/role", token).status()).isEqualTo(200);
			assertRefused(own.get("/spring", token), 403, "spring.access-denied");
		}
	}

	@Test
	void startWhenBootsPropertiesNameAuthoritiesThenTheyDecideOnSprings() throws IOException {
		List<String> properties = List.of("zt.provider=keycloak",
				JWT + "issuer-uri=https://idp.example.com/realms/shop", JWT + "authorities-claim-name=nothing");
		try (RunningApplication own = RunningApplication.start(properties, CalledApi.class)) {
			String token = "Authorization: Bearer "
					+ own.token().scopes("orders:read").claim("realm_access", roles("clerk")).mint();
			assertThat(own.get("/role", token).status()).isEqualTo(200);
			assertRefused(own.get("/spring", token), 403, "spring.access-denied");
		}
	}

	@Test
	void startWhenProviderIsUnknownThenFailsNamingThoseKnown(CapturedOutput output) {
		assertFails(CalledApi.class, "zt.provider=ping");
		assertThat(output).contains("Failed to bind properties under 'zt.provider'")
			.contains("Value: \"ping\"")
			.contains("AUTH0")
			.contains("SPRING");
	}

	@Test
	void startWhenIssuerCannotBeMeantThenFailsWithWhatToWrite(CapturedOutput output) {
		assertFails(CalledApi.class, "zt.provider=auth0", JWT + "issuer-uri=https://example.eu.auth0.com");
		assertThat(output).contains("""
				Description:

				spring.security.oauth2.resourceserver.jwt.issuer-uri is https://example.eu.auth0.com, \
				which lacks the slash at its end that iss has.

				Action:

				Set spring.security.oauth2.resourceserver.jwt.issuer-uri to https://example.eu.auth0.com/.
				""");
	}

	private static TokenBuilder user(String client) {
		return application.token()
			.without("client_id")
			.type("JWT")
			.scopes("openid", "orders:read")
			.claim("typ", "Bearer")
			.claim("azp", client)
			.claim("preferred_username", "ada")
			.claim("realm_access", roles("offline_access"));
	}

	private static TokenBuilder service(String client) {
		return user(client).claim("preferred_username", "service-account-" + client)
			.claim("clientHost", "192.0.2.1")
			.claim("clientAddress", "192.0.2.1")
			.claim("client_id", client);
	}

	private static Map<String, Object> roles(String... roles) {
		return Map.of("roles", List.of(roles));
	}

	private static String bearer(TokenBuilder token) {
		return "Authorization: Bearer " + token.mint();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConverter {

		@Bean
		JwtAuthenticationConverter converter() {
			return new JwtAuthenticationConverter();
		}

	}

}
