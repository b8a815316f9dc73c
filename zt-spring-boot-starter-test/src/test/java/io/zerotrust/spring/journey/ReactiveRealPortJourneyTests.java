package io.zerotrust.spring.journey;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * The test kit beside a WebFlux application on a real port: tokens do, and what a test
 * puts in place beside the wire does not.
 */
@SpringBootTest(classes = { ReactiveTestKitJourneyTests.Application.class, NettyServer.class },
		webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders" })
@AutoConfigureWebTestClient
class ReactiveRealPortJourneyTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private ZtTestIssuer issuer;

	@Test
	void getWhenTokenThenItsScopesCount() {
		this.client.get()
			.uri("/orders/1")
			.headers(this.issuer.token().scopes("orders:read").asBearer())
			.exchange()
			.expectStatus()
			.isOk();
		this.client.get().uri("/orders/1").exchange().expectStatus().isUnauthorized();
	}

	@Test
	@WithMockUser(roles = "admin")
	void getWhenMockUserOverRealPortThenRefused() {
		this.client.get().uri("/admin").exchange().expectStatus().is4xxClientError();
	}

}
