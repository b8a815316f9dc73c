package io.zerotrust.spring.journey;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * Applications with endpoints that nobody ruled on, or not clearly.
 */
final class UncoveredApis {

	private UncoveredApis() {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Unruled.class)
	static class Api {

	}

	@RestController
	static class Unruled {

		@GetMapping("/orders/{id}")
		String order() {
			return "order";
		}

		@PostMapping("/orders")
		String create() {
			return "created";
		}

		@GetMapping("/ruled")
		@PublicAccess(reason = "everybody may look")
		String ruled() {
			return "ruled";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Routes {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route().GET("/hello", (request) -> ServerResponse.ok().build()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Conflicting.class)
	static class Conflicts {

	}

	interface One {

		@RequiresScope("one")
		String disagreeing();

	}

	interface Two {

		@RequiresScope("two")
		String disagreeing();

	}

	@RestController
	static class Conflicting implements One, Two {

		@Override
		@GetMapping("/disagreeing")
		public String disagreeing() {
			return "disagreeing";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class RawMapping {

		@Bean
		HandlerMapping rawHandlerMapping() {
			return new RawHandlerMapping();
		}

	}

	static class RawHandlerMapping implements HandlerMapping {

		@Override
		public HandlerExecutionChain getHandler(HttpServletRequest request) {
			return new HandlerExecutionChain(this);
		}

	}

}
