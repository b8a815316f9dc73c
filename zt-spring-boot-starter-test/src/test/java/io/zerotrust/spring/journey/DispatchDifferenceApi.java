package io.zerotrust.spring.journey;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;

/**
 * An application whose handlers are reached by way of a filter that overrides methods, a
 * scoped proxy and nested routes.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ DispatchDifferenceApi.Controller.class, DispatchDifferenceApi.ScopedPayments.class,
		DispatchDifferenceApi.PlainPayments.class })
class DispatchDifferenceApi {

	/**
	 * A common one, at the default order of filters: behind Spring Security.
	 */
	@Bean
	FilterRegistrationBean<Filter> methodOverride() {
		Filter filter = (request, response, chain) -> {
			String method = ((HttpServletRequest) request).getHeader("X-HTTP-Method-Override");
			chain.doFilter((method == null) ? request : new HttpServletRequestWrapper((HttpServletRequest) request) {
				@Override
				public String getMethod() {
					return method;
				}
			}, response);
		};
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setName("methodOverride");
		return registration;
	}

	@Bean
	@RequiresScope("inner")
	RouterFunction<ServerResponse> inner() {
		return RouterFunctions.route().GET("/inner", (request) -> ServerResponse.ok().body("inner")).build();
	}

	@Bean
	@PublicAccess(reason = "test")
	RouterFunction<ServerResponse> outer(@Qualifier("inner") RouterFunction<ServerResponse> inner) {
		return RouterFunctions.nest(RequestPredicates.path("/v2"), inner);
	}

	@RestController
	static class Controller {

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return "order " + id;
		}

		@GetMapping("/search")
		@AnyAuthenticated(reason = "test")
		String search(@RequestParam(required = false) String q) {
			return "search";
		}

	}

	@RestController
	@RequestScope
	@RequiresStepUp(acr = "gold")
	static class ScopedPayments {

		@PostMapping("/payments")
		@RequiresScope("payments:write")
		String pay() {
			return "paid";
		}

	}

	@RestController
	@RequiresStepUp(acr = "gold")
	static class PlainPayments {

		@PostMapping("/plain-payments")
		@RequiresScope("payments:write")
		String pay() {
			return "paid";
		}

	}

}
