package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the first look at a request must not do: read the body to find the handler. And
 * what the last must not: decide again on the error page of a request it let through.
 */
class FirstLookJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	// a cross-origin request is looked up twice, for its CORS headers and for its rule
	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
			"multipart/form-data; boundary=b\r\nOrigin: https://shop.example.com" })
	void postWhenParametersChooseAndQueryIsEnoughThenRefusedBeforeTheBodyComes(String type) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
			socket.setSoTimeout(5000);
			String head = "POST /strict HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
					+ "\r\nContent-Length: 1000\r\n\r\n";
			socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
			byte[] status = socket.getInputStream().readNBytes(12);
			assertThat(new String(status, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 401");
		}
	}

	@Test
	void getWhenHandlerThrowsThenErrorPageIsNotDecidedOnAgain() throws IOException {
		AtomicInteger asked = application.context().getBean(AtomicInteger.class);
		asked.set(0);
		Answer answer = application.get("/boom");
		assertThat(answer.status()).as("%s", answer).isEqualTo(500);
		assertThat(answer.body()).contains("\"status\":500", "\"path\":\"/boom\"");
		assertThat(asked).hasValue(1);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		AtomicInteger asked() {
			return new AtomicInteger();
		}

		/**
		 * Stands for a check that thinks otherwise a moment later: a limit, a risk, a
		 * token about to expire.
		 */
		@Bean
		LocalCheck once(AtomicInteger asked) {
			return new LocalCheck() {

				@Override
				public String name() {
					return "own.once";
				}

				@Override
				public Finding evaluate(AccessRequest request) {
					return (asked.incrementAndGet() == 1) ? Finding.pass()
							: Finding.refuse(Deny.of(Reason.of("own.twice")));
				}

			};
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/boom")
		@PublicAccess(reason = "everybody may fail")
		String boom() {
			throw new IllegalStateException("boom");
		}

		@PostMapping(path = "/strict", params = "!dry")
		@RequiresScope("strict")
		String strict() {
			return "strict";
		}

	}

}
