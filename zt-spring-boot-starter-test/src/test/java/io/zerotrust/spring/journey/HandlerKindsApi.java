package io.zerotrust.spring.journey;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

import static org.springframework.web.servlet.function.RequestPredicates.path;

/**
 * An application with every kind of handler.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ HandlerKindsApi.Versioned.class, HandlerKindsApi.Upload.class, HandlerKindsApi.Exchanged.class })
class HandlerKindsApi {

	@Bean
	@RequiresScope("fn")
	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/fn", HandlerKindsApi::handle)
			.nest(path("/nested"), (nested) -> nested.GET("/fn", HandlerKindsApi::handle))
			.path("/filtered",
					(filtered) -> filtered.GET("/fn", HandlerKindsApi::handle)
						.filter((request, next) -> next.handle(request)))
			.path("/deep", (deep) -> deep.path("/er", (er) -> er.GET("/fn", HandlerKindsApi::handle)))
			.resources("/fn-files/**", new ClassPathResource("journey-static/"))
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> unruled() {
		return RouterFunctions.route().GET("/unruled", HandlerKindsApi::handle).build();
	}

	private static ServerResponse handle(ServerRequest request) {
		return ServerResponse.ok().body(Ran.record("fn"));
	}

	@Bean
	StandardServletMultipartResolver multipartResolver() {
		return new StandardServletMultipartResolver() {

			@Override
			public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
				Ran.record("parsed");
				return super.resolveMultipart(request);
			}

		};
	}

	@RestController
	static class Versioned {

		@GetMapping(path = "/versioned", version = "1")
		@PublicAccess(reason = "everybody may look")
		String one() {
			return Ran.record("v1");
		}

		@GetMapping(path = "/versioned", version = "2")
		@RequiresScope("v2")
		String two() {
			return Ran.record("v2");
		}

		@GetMapping(path = "/versioned", version = "3")
		@RequiresScope("v3")
		String three() {
			return Ran.record("v3");
		}

	}

	@RestController
	static class Upload {

		@PostMapping("/upload")
		@RequiresScope("upload")
		String upload(@RequestParam MultipartFile file) throws IOException {
			Ran.record("upload");
			return new String(file.getBytes(), java.nio.charset.StandardCharsets.UTF_8);
		}

	}

	@HttpExchange("/exchange")
	interface Exchange {

		@GetExchange("/{id}")
		@RequiresScope("exchange")
		String get(@PathVariable String id);

	}

	@RestController
	static class Exchanged implements Exchange {

		@Override
		public String get(String id) {
			return Ran.record("exchange");
		}

	}

}
