package io.zerotrust.spring.journey;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.ZtTestIssuer;

import static io.zerotrust.spring.test.ZtWebTestClient.ztJwt;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * A slice test of a WebFlux application is protected without a line of configuration.
 */
@WebFluxTest(controllers = ReactiveTestKitJourneyTests.Controller.class,
		properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders" })
class ReactiveTestKitJourneyTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private ZtTestIssuer issuer;

	@Test
	void getWhenNoTokenThenChallenged() {
		assertRefused(this.client, "/orders/1", 401, "subject.missing");
	}

	@Test
	void getWhenZtJwtThenItsScopesCount() {
		assertRefused(this.client.mutateWith(ztJwt()), "/orders/1", 403, "policy.scope-missing");
		assertServed(this.client.mutateWith(ztJwt().scopes("orders:read")), "/orders/1", "order 1");
		assertServed(this.client.mutate().build().mutateWith(ztJwt().scopes("orders:read")), "/orders/2", "order 2");
	}

	@Test
	void getWhenZtJwtIsBadThenRefused() {
		this.client.mutateWith(ztJwt().scopes("orders:read").bad(BadToken.EXPIRED))
			.get()
			.uri("/orders/1")
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void getWhenTokenIsInHeaderThenItCounts() {
		this.client.get()
			.uri("/orders/1")
			.headers(this.issuer.token().scopes("orders:read").asBearer())
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void getWhenJwtOfSpringSecurityThenItsAuthoritiesCount() {
		assertRefused(this.client.mutateWith(mockJwt()), "/orders/1", 403, "policy.scope-missing");
		assertServed(this.client.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("SCOPE_orders:read"))),
				"/orders/1", "order 1");
	}

	@Test
	@WithMockUser(roles = "admin")
	void getWhenMockUserThenItsRolesCount() {
		assertServed(this.client, "/admin", "admin");
		assertRefused(this.client, "/orders/1", 403, "policy.scope-missing");
	}

	@Test
	void mutateWhenClientTalksToPortThenSaysWhatToUse() {
		WebTestClient real = WebTestClient.bindToServer().build();
		assertThatIllegalStateException().isThrownBy(() -> real.mutateWith(ztJwt()))
			.withMessageContaining("issuer.token().asBearer()");
	}

	private static void assertServed(WebTestClient client, String path, String body) {
		client.get().uri(path).exchange().expectStatus().isOk().expectBody(String.class).isEqualTo(body);
	}

	private static void assertRefused(WebTestClient client, String path, int status, String code) {
		client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(code);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		Mono<String> order(@PathVariable String id) {
			return Mono.just("order " + id);
		}

		@GetMapping("/admin")
		@RequiresRole("admin")
		Mono<String> admin() {
			return Mono.just("admin");
		}

	}

}
