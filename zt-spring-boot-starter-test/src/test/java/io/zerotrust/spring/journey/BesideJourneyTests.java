package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What lies beside the application's dispatcher servlet: another one with a context of
 * its own, and a container's answer to web socket handshakes.
 */
class BesideJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of(), Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenOtherDispatcherServletThenRefused() throws IOException {
		Answer anonymous = application.get("/other/hidden");
		assertThat(anonymous.status()).as("%s", anonymous).isEqualTo(401);
		assertThat(anonymous.code()).isEqualTo("subject.missing");
		Answer answer = application.get("/other/hidden", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.uncovered");
		assertThat(answer.body()).doesNotContain("hidden");
	}

	@Test
	void getWhenHandshakeOnUnknownPathThenRefusedBeforeTheContainerAnswers() throws IOException {
		String[] handshake = { "Upgrade: websocket", "X-Handshake: yes", application.bearer("orders:read") };
		Answer answer = application.get("/socket", handshake);
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.uncovered");
	}

	@Test
	void getWhenUnknownPathThenStillNotFound() throws IOException {
		assertThat(application.get("/socket", application.bearer()).status()).isEqualTo(404);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		ServletRegistrationBean<DispatcherServlet> other() {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.register(Other.class);
			ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
					new DispatcherServlet(context), "/other/*");
			registration.setName("other");
			return registration;
		}

		/**
		 * Stands for the filter by which a container takes handshakes.
		 */
		@Bean
		FilterRegistrationBean<Filter> handshakes() {
			Filter filter = (request, response, chain) -> {
				if (((HttpServletRequest) request).getHeader("X-Handshake") != null) {
					((HttpServletResponse) response).setStatus(299);
					return;
				}
				chain.doFilter(request, response);
			};
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
			registration.setName("handshakes");
			return registration;
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@io.zerotrust.policy.RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@Import(Hidden.class)
	static class Other {

	}

	@RestController
	static class Hidden {

		@GetMapping("/hidden")
		String hidden() {
			return "hidden";
		}

	}

}
