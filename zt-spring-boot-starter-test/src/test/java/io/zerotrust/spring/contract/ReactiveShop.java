package io.zerotrust.spring.contract;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.journey.Ran;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

/**
 * The shop on Netty, without chains of its own.
 *
 * @see ServletShop
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableReactiveMethodSecurity
@Import(Shop.class)
class ReactiveShop {

	@Bean
	@RequiresScope("fn")
	RouterFunction<ServerResponse> functions() {
		return RouterFunctions.route()
			.GET("/fn/{id}", ReactiveShop::handle)
			.nest(path("/nested"), (nested) -> nested.GET("/fn", ReactiveShop::handle))
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> unruled() {
		return RouterFunctions.route()
			.GET("/unruled-fn", ReactiveShop::handle)
			.GET("/routed-fn", ReactiveShop::handle)
			.build();
	}

	static Mono<ServerResponse> handle(ServerRequest request) {
		return ServerResponse.ok().bodyValue(Ran.record("fn"));
	}

}
