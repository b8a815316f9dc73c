package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.test.BadToken;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An issuer over real HTTP, verified by the decoder that Boot builds, and what becomes of
 * requests while it is away.
 */
class OutageJourneyTests {

	private final WireMockServer issuer = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private RunningApplication application;

	@BeforeEach
	void start() {
		this.issuer.start();
		this.application = RunningApplication.start(List.of("zt.test.trust-issuer=false",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=" + this.issuer.baseUrl()), Api.class);
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.issuer.stop();
	}

	@Test
	void getWhenIssuerNeverAnsweredThenUnavailableUntilItDoes() throws IOException {
		String token = this.application.bearer("orders:read");
		discovery(serverError());
		assertUnavailable(token);
		discovery(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertUnavailable(token);
		discovery(okJson(
				"{\"issuer\":\"https://foreign-issuer.test\",\"jwks_uri\":\"" + this.issuer.baseUrl() + "/keys\"}"));
		keys(okJson(this.application.issuer().publicKeys().toString()));
		assertUnavailable(token);
		discovery(okJson("not json"));
		assertUnavailable(token);
		discovery();
		assertThat(this.application.get("/orders", token).status()).isEqualTo(200);
	}

	@Test
	void getWhenKeysCannotBeHadThenUnavailableUntilTheyCan() throws IOException {
		String token = this.application.bearer("orders:read");
		discovery();
		keys(serverError());
		assertUnavailable(token);
		keys(okJson("{}").withFixedDelay(3_000));
		assertUnavailable(token);
		keys(aResponse().withFault(Fault.EMPTY_RESPONSE));
		assertUnavailable(token);
		keys(okJson("no keys"));
		assertUnavailable(token);
		keys(okJson(this.application.issuer().publicKeys().toString()));
		assertThat(this.application.get("/orders", token).status()).isEqualTo(200);
		// known keys outlive the issuer; unknown ones are nobody's
		keys(serverError());
		assertThat(this.application.get("/orders", token).status()).isEqualTo(200);
		Answer forged = this.application.get("/orders", this.application.bearer(BadToken.FOREIGN_KEY));
		assertThat(forged.status()).as("%s", forged).isIn(401, 503);
		assertThat(forged.code()).isIn("token.key", "token.verifier-unavailable");
	}

	@Test
	void getWhenIssuerIsAwayThenUnavailable() throws IOException {
		this.issuer.stop();
		assertUnavailable(this.application.bearer());
	}

	private void assertUnavailable(String token) throws IOException {
		for (String path : List.of("/orders", "/catalog")) {
			Answer answer = this.application.get(path, token);
			assertThat(answer.status()).as("%s", answer).isEqualTo(503);
			assertThat(answer.code()).isEqualTo("token.verifier-unavailable");
			assertThat(answer.body()).doesNotContain("foreign-issuer").doesNotContain("localhost");
		}
		// who shows no token needs no issuer
		assertThat(this.application.get("/catalog").status()).isEqualTo(200);
		Answer anonymous = this.application.get("/orders");
		assertThat(anonymous.status()).isEqualTo(401);
		assertThat(anonymous.code()).isEqualTo("subject.missing");
	}

	private void discovery() {
		discovery(okJson(
				"{\"issuer\":\"" + this.issuer.baseUrl() + "\",\"jwks_uri\":\"" + this.issuer.baseUrl() + "/keys\"}"));
	}

	private void discovery(ResponseDefinitionBuilder response) {
		this.issuer.stubFor(get("/.well-known/openid-configuration").willReturn(response));
	}

	private void keys(ResponseDefinitionBuilder response) {
		this.issuer.stubFor(get("/keys").willReturn(response));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

		@Bean
		JwkSetUriJwtDecoderBuilderCustomizer impatient() {
			SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
			requests.setReadTimeout(500);
			return (builder) -> builder.restOperations(new RestTemplate(requests));
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@GetMapping("/catalog")
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

	}

}
