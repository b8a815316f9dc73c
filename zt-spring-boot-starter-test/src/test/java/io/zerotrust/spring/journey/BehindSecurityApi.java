package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.concurrent.Callable;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;

/**
 * An application with a filter and a servlet that answer beside its handlers.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BehindSecurityApi.Controller.class)
class BehindSecurityApi {

	/**
	 * An endpoint made of a filter.
	 */
	@Bean
	FilterRegistrationBean<Filter> hooks() {
		Filter filter = (request, response, chain) -> {
			String path = ((HttpServletRequest) request).getRequestURI();
			if (path.startsWith("/hooks")
					|| (path.equals("/pages/socket") && ((HttpServletRequest) request).getHeader("Upgrade") != null)) {
				((HttpServletResponse) response).setStatus(299);
				return;
			}
			chain.doFilter(request, response);
		};
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setName("hooks");
		return registration;
	}

	@Bean
	ServletRegistrationBean<HttpServlet> beside() {
		HttpServlet servlet = new HttpServlet() {
			@Override
			protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
				response.getWriter().write("beside");
			}
		};
		ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(servlet, "/beside/*");
		registration.setName("beside");
		registration.setAsyncSupported(true);
		return registration;
	}

	@RestController
	static class Controller {

		@GetMapping("/pages/{page}")
		@PublicAccess(reason = "pages are public")
		String page(@PathVariable String page) {
			return page;
		}

		@GetMapping("/go")
		@AnyAuthenticated(reason = "test")
		void go(@RequestParam String how, HttpServletRequest request, HttpServletResponse response) throws Exception {
			if ("async".equals(how)) {
				request.startAsync().dispatch("/beside/x");
			}
			else {
				request.getRequestDispatcher("/beside/x").forward(request, response);
			}
		}

		@GetMapping("/denied")
		@AnyAuthenticated(reason = "test")
		String denied() {
			throw new AccessDeniedException("by a service");
		}

		@GetMapping("/denied-later")
		@AnyAuthenticated(reason = "test")
		Callable<String> deniedLater() {
			return () -> {
				throw new AccessDeniedException("by a service");
			};
		}

		@GetMapping("/bare")
		@AnyAuthenticated(reason = "test")
		ResponseEntity<Void> bare() {
			return ResponseEntity.status(403).build();
		}

	}

}
