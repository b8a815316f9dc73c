package io.zerotrust.spring.journey;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

import io.zerotrust.policy.PublicAccess;

/**
 * A WebFlux application that opens everything on its own port, so that its rules do harm
 * where they are taken for the Actuator's.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ReactiveManagementApi.Controller.class)
class ReactiveManagementApi {

	@Bean
	SimpleUrlHandlerMapping trap() {
		return new SimpleUrlHandlerMapping(Map.of("/trap", new Trap()), Ordered.HIGHEST_PRECEDENCE);
	}

	@Bean
	@PublicAccess(reason = "the trap")
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route().GET("/route", (request) -> ServerResponse.ok().bodyValue("route")).build();
	}

	@PublicAccess(reason = "the trap")
	static class Trap implements WebHandler {

		@Override
		public Mono<Void> handle(ServerWebExchange exchange) {
			return exchange.getResponse()
				.writeWith(Mono
					.just(exchange.getResponse().bufferFactory().wrap("trap".getBytes(StandardCharsets.UTF_8))));
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/{any}/{thing}")
		@PublicAccess(reason = "the trap")
		String any() {
			return "any";
		}

		@PostMapping("/{any}/{thing}/{other}")
		@PublicAccess(reason = "the trap")
		String other() {
			return "other";
		}

	}

}
