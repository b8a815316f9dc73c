package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients may read of the service (RFC 9728): what is configured.
 */
class ResourceMetadataJourneyTests {

	private static final String PATH = "/.well-known/oauth-protected-resource";

	private static final List<String> IDENTIFIED = List.of("zt.resource.identifier=https://api.example.com/shop");

	@Test
	@Tag("PRM1")
	@Tag("PRM2")
	@Tag("PRM3")
	@Tag("PRM6")
	void getWhenIdentifierIsKnownThenResourceIsJustThat() throws IOException, ParseException {
		try (RunningApplication application = RunningApplication.start(IDENTIFIED, BoundApi.class)) {
			Answer answer = RunningApplication.send(application.port(), "GET", PATH + "/shop", "",
					"X-Forwarded-Host: evil.example");
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(answer.header("content-type")).startsWith("application/json");
			Map<String, Object> metadata = JSONObjectUtils.parse(answer.body());
			assertThat(metadata)
				.containsOnlyKeys("resource", "authorization_servers", "bearer_methods_supported",
						"dpop_signing_alg_values_supported")
				.containsEntry("resource", "https://api.example.com/shop")
				.containsEntry("authorization_servers", List.of("https://idp.example.com"))
				.containsEntry("bearer_methods_supported", List.of("header"));
		}
	}

	// Spring parses the host the caller wrote, and lets the exception out
	@Test
	void getWhenHostIsNoneForSpringThenRefusedWithACode() throws IOException {
		try (RunningApplication application = RunningApplication.start(IDENTIFIED, BoundApi.class);
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
			socket.setSoTimeout(20_000);
			String request = "GET " + PATH + "/shop HTTP/1.1\r\nHost: [::ffff:1.2.3.4]\r\nConnection: close\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(response).startsWith("HTTP/1.1 400 ").contains("\"code\":\"request.rejected\"");
		}
	}

	@Test
	void getWhenProxyHandsOnGarbageThenHostOfTheRequestCounts() throws IOException, ParseException {
		List<String> proxy = List.of("zt.client-address.source=x-forwarded-for",
				"zt.client-address.trusted-proxies=127.0.0.0/8");
		try (RunningApplication application = RunningApplication.start(proxy, BoundApi.class)) {
			Answer answer = application.get(PATH, "X-Forwarded-Proto: https", "X-Forwarded-Host: [::::1::]");
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(JSONObjectUtils.parse(answer.body())).containsEntry("resource",
					"http://localhost:" + application.port());
		}
	}

	// Spring's filter makes a context path of the prefix, which the proxy has told us of
	@Test
	@Tag("PRM1")
	void getWhenPrefixIsForwardedToSpringTooThenItStandsInTheUrlOnce() throws IOException, ParseException {
		List<String> proxy = List.of("server.forward-headers-strategy=framework",
				"zt.client-address.source=x-forwarded-for", "zt.client-address.trusted-proxies=127.0.0.0/8");
		String[] told = { "X-Forwarded-Proto: https", "X-Forwarded-Host: api.example.com",
				"X-Forwarded-Prefix: /shop" };
		try (RunningApplication application = RunningApplication.start(proxy, BoundApi.class)) {
			assertThat(String.valueOf(application.get("/orders", told).header("www-authenticate")))
				.contains("resource_metadata=\"https://api.example.com/shop" + PATH + "\"");
			assertThat(JSONObjectUtils.parse(application.get(PATH, told).body())).containsEntry("resource",
					"https://api.example.com/shop");
		}
	}

	// members without a value are left out, and nothing is claimed that is turned off
	@Test
	@Tag("PRM2")
	@Tag("PRM3")
	void getWhenBindingIsOffThenNotClaimed() throws IOException, ParseException {
		assertThat(metadata("zt.token.dpop.mode=off", "zt.token.mtls.mode=off")).containsOnlyKeys("resource",
				"authorization_servers", "bearer_methods_supported");
	}

	@Test
	@Tag("PRM3")
	void getWhenBindingIsDemandedThenSaid() throws IOException, ParseException {
		assertThat(metadata("zt.token.dpop.mode=required", "zt.token.dpop.algorithms=ES256,EdDSA"))
			.containsEntry("dpop_bound_access_tokens_required", true)
			.containsEntry("dpop_signing_alg_values_supported", List.of("ES256", "EdDSA"))
			.doesNotContainKey("tls_client_certificate_bound_access_tokens");
		assertThat(metadata("zt.token.mtls.mode=required"))
			.containsEntry("tls_client_certificate_bound_access_tokens", true)
			.doesNotContainKey("dpop_bound_access_tokens_required");
		assertThat(metadata("zt.token.mtls.mode=required", "zt.token.dpop.mode=required"))
			.containsEntry("tls_client_certificate_bound_access_tokens", true)
			.containsKey("dpop_signing_alg_values_supported")
			.doesNotContainKey("dpop_bound_access_tokens_required");
	}

	// accepted, and there is somebody who asks for certificates
	@Test
	@Tag("PRM3")
	void getWhenCertificatesAreSeenThenClaimed() throws IOException, ParseException {
		assertThat(metadata("zt.token.mtls.source=client-cert", "zt.client-address.source=forwarded",
				"zt.client-address.trusted-proxies=10.0.0.0/8"))
			.containsEntry("tls_client_certificate_bound_access_tokens", true);
		List<String> tls = new ArrayList<>(MutualTls.PROPERTIES);
		try (RunningApplication application = RunningApplication.start(tls, BoundApi.class)) {
			Map<String, Object> metadata = JSONObjectUtils.parse(MutualTls.get(application, "", PATH).body());
			assertThat(metadata).containsEntry("tls_client_certificate_bound_access_tokens", true)
				.containsEntry("resource", "https://localhost:" + application.port());
		}
	}

	@Test
	@Tag("PRM1")
	@Tag("PRM3")
	void getWhenNoIdentifierThenResourceIsWhatWasAskedFor() throws IOException, ParseException {
		try (RunningApplication application = RunningApplication.start(BoundApi.class)) {
			String base = "http://localhost:" + application.port();
			for (String suffix : List.of("", "/", "/orders", "/orders/")) {
				String resource = (String) JSONObjectUtils.parse(application.get(PATH + suffix).body()).get("resource");
				assertThat(resource).isEqualTo(base + (suffix.startsWith("/o") ? "/orders" : ""));
			}
		}
	}

	@Test
	@Tag("PRM3")
	void getWhenProxyIsTrustedThenResourceIsWhatItWasAskedFor() throws IOException, ParseException {
		List<String> proxied = List.of("zt.client-address.source=x-forwarded-for",
				"zt.client-address.trusted-proxies=127.0.0.0/8,::1/128");
		try (RunningApplication application = RunningApplication.start(proxied, BoundApi.class)) {
			Answer answer = application.get(PATH, "X-Forwarded-Host: api.example.com", "X-Forwarded-Proto: https");
			assertThat(JSONObjectUtils.parse(answer.body())).containsEntry("resource", "https://api.example.com");
		}
	}

	@Test
	void getWhenApplicationDescribesItselfThenThatComesAfterOurs() throws IOException, ParseException {
		try (RunningApplication application = RunningApplication.start(IDENTIFIED, BoundApi.class, Described.class)) {
			assertThat(JSONObjectUtils.parse(application.get(PATH).body())).containsEntry("resource_name", "Orders")
				.containsEntry("resource", "https://api.example.com/shop")
				.doesNotContainKey("tls_client_certificate_bound_access_tokens");
		}
	}

	// what Spring says stays as it is
	@Test
	void getWhenObservedThenAsWithoutZt() throws IOException, ParseException {
		assertThat(metadata("zt.mode=observe")).containsEntry("tls_client_certificate_bound_access_tokens", true)
			.doesNotContainKey("authorization_servers");
	}

	@Test
	@Tag("PRM5")
	void getWhenTokenIsBadThenChallengeNamesTheMetadata() throws IOException, ParseException {
		try (RunningApplication application = RunningApplication.start(BoundApi.class)) {
			String challenge = String
				.valueOf(application.get("/plain", "Authorization: Bearer e.e.e").header("WWW-Authenticate"));
			int from = challenge.indexOf("resource_metadata=\"") + "resource_metadata=\"".length();
			URI metadata = URI.create(challenge.substring(from, challenge.indexOf('"', from)));
			assertThat(application.get(metadata.getPath()).status()).isEqualTo(200);
		}
	}

	private static Map<String, Object> metadata(String... properties) throws IOException, ParseException {
		try (RunningApplication application = RunningApplication.start(List.of(properties), BareApplication.class)) {
			return JSONObjectUtils.parse(application.get(PATH).body());
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Described {

		@Bean
		SecurityFilterChain described(HttpSecurity http) {
			http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
			http.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
				.protectedResourceMetadata((metadata) -> metadata
					.protectedResourceMetadataCustomizer((builder) -> builder.resourceName("Orders"))));
			return http.build();
		}

	}

}
