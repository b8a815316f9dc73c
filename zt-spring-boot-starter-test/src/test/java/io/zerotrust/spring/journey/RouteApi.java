package io.zerotrust.spring.journey;

import java.util.Map;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import io.zerotrust.policy.RequiresScope;

import static org.springframework.web.servlet.function.RequestPredicates.path;

/**
 * An application of which nearly nothing is annotated.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RouteApi.Library.class)
class RouteApi {

	@Bean
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/fn/{id}", RouteApi::handle)
			.GET("/open-fn", RouteApi::handle)
			.nest(path("/nested"), (nested) -> nested.GET("/fn", RouteApi::handle))
			.build();
	}

	@Bean
	OwnFunction ownFunction() {
		return new OwnFunction();
	}

	@Bean
	SimpleUrlHandlerMapping rawHandlers() {
		HttpRequestHandler handler = (request, response) -> write(response, "raw");
		return new SimpleUrlHandlerMapping(Map.of("/raw", handler), 1);
	}

	@Bean
	ServletRegistrationBean<Servlet> console() {
		ServletRegistrationBean<Servlet> registration = new ServletRegistrationBean<>(new Console(), "/console/*");
		registration.setName("console");
		return registration;
	}

	@Bean
	ServletRegistrationBean<Servlet> unlisted() {
		ServletRegistrationBean<Servlet> registration = new ServletRegistrationBean<>(new Console(), "/unlisted/*");
		registration.setName("unlisted");
		return registration;
	}

	private static ServerResponse handle(ServerRequest request) {
		return ServerResponse.ok().body("function");
	}

	private static void write(HttpServletResponse response, String text) throws java.io.IOException {
		response.getWriter().write(text);
	}

	@RestController
	static class Library {

		@GetMapping("/lib/{id}")
		String read(@PathVariable String id) {
			return "read";
		}

		@PostMapping("/lib/{id}")
		String write(@PathVariable String id) {
			return "written";
		}

		@DeleteMapping("/lib/{id}")
		String delete(@PathVariable String id) {
			return "deleted";
		}

		@RequestMapping("/any")
		String any() {
			return "any";
		}

		@GetMapping("/open")
		String open() {
			return "open";
		}

		@GetMapping("/strong")
		String strong() {
			return "strong";
		}

		@GetMapping("/annotated")
		@RequiresScope("annotated")
		String annotated() {
			return "annotated";
		}

	}

	/**
	 * A class of its own, which nobody wraps.
	 */
	static class OwnFunction implements RouterFunction<ServerResponse> {

		private final RouterFunction<ServerResponse> routes = RouterFunctions.route()
			.GET("/own", RouteApi::handle)
			.build();

		@Override
		public java.util.Optional<org.springframework.web.servlet.function.HandlerFunction<ServerResponse>> route(
				ServerRequest request) {
			return this.routes.route(request);
		}

		@Override
		public void accept(RouterFunctions.Visitor visitor) {
			this.routes.accept(visitor);
		}

	}

	@SuppressWarnings("serial")
	static class Console extends HttpServlet {

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
			write(response, "console");
		}

	}

}
