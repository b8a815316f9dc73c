package io.zerotrust.spring.journey;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.PriorityOrdered;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.result.SimpleHandlerAdapter;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * WebFlux applications with endpoints that nobody ruled on, and other mistakes.
 */
final class ReactiveUncoveredApis {

	private ReactiveUncoveredApis() {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(UncoveredApis.Unruled.class)
	static class Api {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route().GET("/hello", (request) -> ServerResponse.ok().build()).build();
		}

		@Bean
		RouterFunctionMapping page() {
			RouterFunctionMapping page = new RouterFunctionMapping(
					RouterFunctions.route().GET("/page", (request) -> ServerResponse.ok().build()).build());
			page.setOrder(1);
			return page;
		}

		@Bean
		SimpleUrlHandlerMapping sockets() {
			return new SimpleUrlHandlerMapping(Map.of("/socket", new Socket()), -1);
		}

	}

	static class Socket implements WebSocketHandler {

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			return session.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Rewriting {

		@Bean
		ForwardedHeaderTransformer forwardedHeaderTransformer() {
			return new ForwardedHeaderTransformer();
		}

	}

	/**
	 * Served as it is: no filter of the application, Spring Security's neither, sees a
	 * request.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Unfiltered {

		@Bean
		HttpHandler open() {
			return RouterFunctions
				.toHttpHandler(RouterFunctions.route().GET("/open", (request) -> ServerResponse.ok().build()).build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Hasty {

		@Bean
		HandlerAdapter hasty() {
			return new HastyAdapter();
		}

	}

	static class HastyAdapter extends SimpleHandlerAdapter implements PriorityOrdered {

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Unprotected {

		@Bean
		ReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(User.withUsername("clerk").password("{noop}pass").build());
		}

		@Bean
		SecurityWebFilterChain site(ServerHttpSecurity http) {
			http.csrf(ServerHttpSecurity.CsrfSpec::disable);
			http.formLogin((login) -> {
			});
			http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll());
			return http.build();
		}

	}

}
