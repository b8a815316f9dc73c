package io.zerotrust.spring.journey;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * Over a real port the test kit brings an issuer and nothing that is laxer than
 * production.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders" })
class RealPortTestKitJourneyTests {

	@Autowired
	private ZtTestIssuer issuer;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void getWhenTokenOfTheIssuerThenServed() {
		this.client.get()
			.uri("/orders/1")
			.headers(this.issuer.token().scopes("orders:read").asBearer())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("order 1");
	}

	@Test
	void getWhenBadTokenThenRefusedByItsCode() {
		this.client.get()
			.uri("/orders/1")
			.headers(this.issuer.token().scopes("orders:read").bad(BadToken.LIVES_24_HOURS).asBearer())
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("token.lifetime");
	}

	@Test
	@WithMockUser(roles = "admin")
	void getWhenUserIsPrebuiltThenNobodyOverHttp() {
		this.client.get()
			.uri("/admin")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("subject.missing");
	}

	// a claim Spring casts unseen: none of these may be a 500
	@Test
	void getWhenClaimsAreOfWrongTypesThenMalformed() {
		for (Object confirmation : new Object[] { "text", 7, Map.of("jkt", 7), Map.of("x5t#S256", 7) }) {
			this.client.get()
				.uri("/orders/1")
				.headers(this.issuer.token().scopes("orders:read").claim("cnf", confirmation).asBearer())
				.exchange()
				.expectStatus()
				.isUnauthorized()
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("token.malformed");
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(CorePathJourneyTests.Controller.class)
	static class Application {

	}

}
