package io.zerotrust.spring.contract;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.journey.Ran;

import static org.springframework.web.servlet.function.RequestPredicates.path;

/**
 * The shop on Tomcat, without chains of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import(Shop.class)
class ServletShop {

	@Bean
	@RequiresScope("fn")
	RouterFunction<ServerResponse> functions() {
		return RouterFunctions.route()
			.GET("/fn/{id}", ServletShop::handle)
			.nest(path("/nested"), (nested) -> nested.GET("/fn", ServletShop::handle))
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> unruled() {
		return RouterFunctions.route()
			.GET("/unruled-fn", ServletShop::handle)
			.GET("/routed-fn", ServletShop::handle)
			.build();
	}

	static ServerResponse handle(ServerRequest request) {
		return ServerResponse.ok().body(Ran.record("fn"));
	}

}
