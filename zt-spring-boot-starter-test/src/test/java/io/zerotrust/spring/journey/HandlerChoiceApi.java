package io.zerotrust.spring.journey;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * An application whose handlers differ by parameters, by headers and by what a filter
 * makes of the request.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ HandlerChoiceApi.Controller.class, HandlerChoiceApi.CatchAll.class })
class HandlerChoiceApi {

	@Bean
	Filter rewriting() {
		return (request, response, chain) -> chain.doFilter(new Rewritten((HttpServletRequest) request), response);
	}

	static class Rewritten extends HttpServletRequestWrapper {

		Rewritten(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getRequestURI() {
			String path = super.getHeader("X-Rewrite-Path");
			return (path != null) ? path : super.getRequestURI();
		}

		@Override
		public String getServletPath() {
			return getRequestURI();
		}

		@Override
		public String getMethod() {
			String method = super.getHeader("X-Rewrite-Method");
			return (method != null) ? method : super.getMethod();
		}

		@Override
		public String getHeader(String name) {
			boolean rewritten = name.equalsIgnoreCase(super.getHeader("X-Rewrite-Header"));
			if (rewritten) {
				return "authorization".equalsIgnoreCase(name) ? null : "1";
			}
			return super.getHeader(name);
		}

	}

	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		String rescue(Exception ex) {
			return "rescued";
		}

	}

	@ResponseBody
	static class Late {

		String unruled() {
			return Ran.record("unruled");
		}

		@RequiresScope("strict")
		String ruled() {
			return Ran.record("ruled");
		}

	}

	@RestController
	@PublicAccess(reason = "everybody may look")
	static class Controller {

		@GetMapping("/open")
		String open() {
			return Ran.record("open");
		}

		@GetMapping("/strict")
		@RequiresScope("strict")
		String strict() {
			return Ran.record("strict");
		}

		@PostMapping("/open")
		@RequiresScope("strict")
		String write() {
			return Ran.record("strict");
		}

		@GetMapping("/choose")
		String choose() {
			return Ran.record("public");
		}

		@GetMapping(path = "/choose", params = "admin")
		@RequiresScope("strict")
		String chooseAdmin() {
			return Ran.record("admin");
		}

		@PostMapping("/choose")
		String form() {
			return Ran.record("public");
		}

		@PostMapping(path = "/choose", params = "admin")
		@RequiresScope("strict")
		String formAdmin() {
			return Ran.record("admin");
		}

		@PostMapping(path = "/either", params = "open")
		String eitherOpen() {
			return Ran.record("open");
		}

		@PostMapping(path = "/either", params = "admin")
		@RequiresScope("strict")
		String eitherAdmin() {
			return Ran.record("admin");
		}

		@GetMapping("/by-header")
		String byHeader() {
			return Ran.record("public");
		}

		@GetMapping(path = "/by-header", headers = "X-Admin")
		@RequiresScope("strict")
		String byHeaderAdmin() {
			return Ran.record("admin");
		}

	}

}
