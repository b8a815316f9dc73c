package io.zerotrust.samples.gateway;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.event.RefreshRoutesEvent;
import org.springframework.cloud.gateway.handler.predicate.PredicateDefinition;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.gateway.route.RouteDefinitionWriter;
import org.springframework.context.ConfigurableApplicationContext;

import io.zerotrust.samples.client.Answer;
import io.zerotrust.samples.client.ApiClient;
import io.zerotrust.samples.client.Call;
import io.zerotrust.samples.client.HttpExchange;
import io.zerotrust.samples.launch.Applications;
import io.zerotrust.samples.launch.AutoConfigurations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever leads to a route, it is the rule of this route that is asked.
 */
class GatewayRouteTests {

	private static final String ISSUER = "https://idp.example.com";

	private static final Upstream upstream = new Upstream();

	private static final Applications applications = new Applications();

	private static ConfigurableApplicationContext gateway;

	private static ApiClient client;

	@BeforeAll
	static void start() {
		gateway = applications.start(TestGateway.class, "test-gateway", settings());
		client = new ApiClient(new HttpExchange(),
				URI.create("http://127.0.0.1:" + gateway.getEnvironment().getRequiredProperty("local.server.port")));
	}

	static Map<String, Object> settings() {
		Map<String, Object> settings = new HashMap<>();
		settings.put("spring.autoconfigure.exclude",
				AutoConfigurations.namesOf(AutoConfigurations.ISSUER, AutoConfigurations.TOMCAT));
		settings.put("upstream", upstream.address());
		settings.put("issuer", ISSUER);
		return settings;
	}

	@AfterAll
	static void stop() {
		applications.close();
		upstream.close();
	}

	@BeforeEach
	void forget() {
		upstream.seen().clear();
	}

	@Test
	void sendWhenScopeOfRouteIsThereThenPassedOn() {
		assertThat(send(Call.get("/orders/1"), "orders:read").toString()).isEqualTo("200");
		assertThat(upstream.seen()).containsExactly("/orders/1");
	}

	@Test
	void sendWhenScopeOfRouteIsMissingThenNotPassedOn() {
		assertThat(send(Call.get("/orders/1"), "other").toString()).isEqualTo("403 policy.scope-missing");
		assertThat(send(Call.post("/orders", "{}"), "orders:read").toString()).isEqualTo("403 policy.uncovered");
		assertThat(client.send(Call.get("/orders/1")).toString()).isEqualTo("401 subject.missing");
		assertThat(upstream.seen()).isEmpty();
	}

	@Test
	void sendWhenRouteIsDefinedLaterThenRefused() {
		define("later", "/later");
		gateway.publishEvent(new RefreshRoutesEvent(this));
		assertThat(client.send(Call.get("/later")).toString()).isEqualTo("401 subject.missing");
		assertThat(send(Call.get("/later"), "orders:read").toString()).isEqualTo("403 policy.uncovered");
		assertThat(upstream.seen()).isEmpty();
	}

	@Test
	void sendWhenRouteForwardsThenTheHandlerHasItsOwnRule() {
		assertThat(send(Call.get("/forwarded"), "forwarded").toString()).isEqualTo("403 policy.scope-missing");
		assertThat(send(Call.get("/forwarded"), "forwarded local").toString()).isEqualTo("200");
	}

	// Spring Cloud Gateway draws weights behind Spring Security
	@Test
	void sendWhenRoutesAreWeightedThenTheOneDrawnIsDecidedOn() {
		for (int i = 0; i < 10; i++) {
			assertThat(send(Call.get("/weighted/" + i), "weighted").toString()).isEqualTo("200");
			assertThat(send(Call.get("/weighted/" + i), "other").toString()).isEqualTo("403 policy.scope-missing");
		}
		assertThat(upstream.seen()).hasSize(10);
	}

	@Test
	void sendWhenFilterLeadsToAnotherRouteThenDecidedAgain() {
		Call rewritten = Call.get("/any/1").header("X-Rewrite", "/orders/1");
		assertThat(send(Call.get("/any/1"), "other").toString()).isEqualTo("200");
		upstream.seen().clear();
		assertThat(send(rewritten, "other").toString()).isEqualTo("403 policy.scope-missing");
		assertThat(upstream.seen()).isEmpty();
		assertThat(send(rewritten, "orders:read").toString()).isEqualTo("200");
		assertThat(upstream.seen()).containsExactly("/orders/1");
	}

	@Test
	void sendWhenActuatorOfGatewayThenItsScopesAreAsked() {
		assertThat(client.send(Call.get("/actuator/gateway/routes")).toString()).isEqualTo("401 subject.missing");
		assertThat(send(Call.get("/actuator/gateway/routes"), "orders:read").status()).isEqualTo(403);
		assertThat(send(Call.post("/actuator/gateway/refresh", ""), "ops:read").status()).isEqualTo(403);
	}

	private static void define(String id, String path) {
		RouteDefinition definition = new RouteDefinition();
		definition.setId(id);
		definition.setUri(URI.create(upstream.address()));
		definition.getPredicates().add(new PredicateDefinition("Path=" + path));
		gateway.getBean(RouteDefinitionWriter.class).save(Mono.just(definition)).block();
	}

	private static Answer send(Call call, String scopes) {
		Instant now = Instant.now();
		return client.send(call.bearer(upstream.sign(new JWTClaimsSet.Builder().issuer(ISSUER)
			.subject("alice")
			.audience("orders")
			.claim("client_id", "web-shop")
			.claim("scope", scopes)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(300)))
			.build())));
	}

}
