package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.MovableClock;

/**
 * An application on a clock that stands until it is moved.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(LimitApi.Controller.class)
class LimitApi {

	@Bean
	MovableClock movable() {
		return new MovableClock(Instant.parse("2026-01-01T12:00:00Z"));
	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

		@GetMapping("/lenient")
		@PublicAccess(reason = "everybody may look", ignoreBadCredentials = true)
		String lenient() {
			return "lenient";
		}

		@GetMapping("/bad")
		@PublicAccess(reason = "everybody may look")
		String bad() {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}

		@PostMapping(path = "/form", params = "kind=order")
		@RequiresScope("orders:read")
		String form() {
			return "form";
		}

		@GetMapping("/forward")
		@RequiresScope("orders:read")
		void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			request.getRequestDispatcher("/orders").forward(request, response);
		}

		@GetMapping("/async")
		@RequiresScope("orders:read")
		Callable<String> async() {
			return () -> "async";
		}

		@GetMapping("/boom")
		@RequiresScope("orders:read")
		String boom() {
			throw new IllegalStateException("boom");
		}

	}

}
