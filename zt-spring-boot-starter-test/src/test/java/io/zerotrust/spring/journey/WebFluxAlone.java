package io.zerotrust.spring.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * A WebFlux application that starts itself, asks itself and tells what came of it.
 * Nothing it has is of the class loader of the tests.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebFluxAlone.Api.class)
public class WebFluxAlone implements Callable<String> {

	@Override
	public String call() throws Exception {
		SpringApplication application = new SpringApplication(WebFluxAlone.class);
		application.setLogStartupInfo(false);
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--spring.main.banner-mode=off", "--management.endpoints.web.exposure.include=*",
				"--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"--spring.security.oauth2.resourceserver.jwt.audiences=orders")) {
			String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
			return status(base + "/open") + " " + status(base + "/closed") + " " + status(base + "/actuator/health")
					+ " " + status(base + "/actuator/zerotrust") + " " + context.getClass().getSimpleName();
		}
	}

	private static int status(String uri) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	/**
	 * One endpoint for everybody, one for few.
	 */
	@RestController
	static class Api {

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

		@GetMapping("/closed")
		@RequiresScope("closed:read")
		String closed() {
			return "closed";
		}

	}

}
