package io.zerotrust.spring.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * An application that dispatches requests to and fro.
 */
@Configuration(proxyBeanMethods = false)
@Import({ DispatchingApi.Dispatching.class, DispatchingApi.Asynchronous.class })
class DispatchingApi {

	private static final String SERVLET_PATH = "${" + RunningApplication.SERVLET_PATH + "}";

	@Bean
	ErrorPageRegistrar errorPages(@Value(SERVLET_PATH) String servletPath) {
		return (registry) -> registry
			.addErrorPages(new ErrorPage(HttpStatus.PAYMENT_REQUIRED, servletPath + "/strict"));
	}

	@Bean
	ServletRegistrationBean<HttpServlet> other() {
		ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(new Other(), "/other");
		registration.setName("other");
		return registration;
	}

	@SuppressWarnings("serial")
	static class Other extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write(Ran.record("other"));
		}

	}

	@Controller
	@PublicAccess(reason = "leads elsewhere")
	static class Dispatching {

		private final String servletPath;

		Dispatching(@Value(SERVLET_PATH) String servletPath) {
			this.servletPath = servletPath;
		}

		@GetMapping("/open")
		@ResponseBody
		String open() {
			return Ran.record("open");
		}

		@GetMapping("/strict")
		@RequiresScope("strict")
		@ResponseBody
		String strict() {
			return Ran.record("strict");
		}

		@GetMapping("/boom")
		void boom() {
			throw new IllegalStateException("boom");
		}

		@GetMapping("/unpaid")
		void unpaid(HttpServletResponse response) throws IOException {
			Ran.record("unpaid");
			response.sendError(402);
		}

		@GetMapping("/forward-to")
		void forward(@RequestParam String path, HttpServletRequest request, HttpServletResponse response)
				throws IOException, ServletException {
			request.getRequestDispatcher(path).forward(request, response);
		}

		@GetMapping("/forward-to-named")
		void forwardToNamed(HttpServletRequest request, HttpServletResponse response)
				throws IOException, ServletException {
			request.getServletContext().getNamedDispatcher("other").forward(request, response);
		}

		@GetMapping("/view-to-strict")
		String forwardByView() {
			return "forward:" + this.servletPath + "/strict";
		}

		@GetMapping("/strict-to-open")
		@RequiresScope("strict")
		String forwardToOpen() {
			return "forward:" + this.servletPath + "/open";
		}

		@GetMapping("/include")
		void include(@RequestParam String path, HttpServletRequest request, HttpServletResponse response)
				throws IOException, ServletException {
			response.getOutputStream().print("[");
			request.getRequestDispatcher(path).include(request, response);
			response.getOutputStream().print("]");
		}

		@GetMapping("/async-to")
		void async(@RequestParam String path, HttpServletRequest request, HttpServletResponse response) {
			AsyncContext async = request.startAsync();
			async.dispatch(path);
		}

	}

	@Controller
	@RequiresScope("strict")
	@ResponseBody
	static class Asynchronous {

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> Ran.record("callable");
		}

		@GetMapping("/deferred")
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			new Thread(() -> result.setResult(Ran.record("deferred"))).start();
			return result;
		}

		@GetMapping("/future")
		CompletableFuture<String> future() {
			return CompletableFuture.supplyAsync(() -> Ran.record("future"));
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (out) -> out.write(Ran.record("stream").getBytes(StandardCharsets.UTF_8));
		}

		@GetMapping("/failing")
		Callable<String> failing() {
			return () -> {
				throw new IllegalStateException("failing");
			};
		}

	}

}
