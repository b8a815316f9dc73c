package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.servlet.ServletGates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authorization server and an API in one application, each with a chain of its own.
 */
class AuthorizationServerJourneyTests {

	private static final String CLIENT = "spring.security.oauth2.authorizationserver.client.orders.";

	private static final List<String> PROPERTIES = List.of("zt.test.trust-issuer=false",
			"spring.security.oauth2.authorizationserver.issuer=https://idp.example.com",
			CLIENT + "registration.client-id=orders", CLIENT + "registration.client-secret={noop}secret",
			CLIENT + "registration.client-authentication-methods=client_secret_basic",
			CLIENT + "registration.authorization-grant-types=client_credentials",
			CLIENT + "registration.scopes=orders:read,orders:write");

	// orders:secret
	private static final String BASIC = "Authorization: Basic b3JkZXJzOnNlY3JldA==";

	// orders:guess
	private static final String WRONG = "Authorization: Basic b3JkZXJzOmd1ZXNz";

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(PROPERTIES, TokenServer.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void sendWhenEndpointIsTheServersThenAnsweredAsWithoutZt() throws IOException {
		List<String> properties = new ArrayList<>(PROPERTIES);
		properties.add("spring.autoconfigure.exclude=" + String.join(",", ourAutoConfigurations()));
		try (RunningApplication plain = RunningApplication.start(properties, TokenServer.class)) {
			assertThat(plain.context().getBeanNamesForType(ServletGates.class)).isEmpty();
			Map<String, String> expected = conversation(plain);
			assertThat(conversation(application)).containsExactlyEntriesOf(expected);
			assertThat(expected).containsValue("200 [access_token, expires_in, token_type]");
		}
	}

	@Test
	void inventoryWhenServerInContextThenItsEndpointsAreFilterEndpoints() {
		List<Endpoint> endpoints = application.context()
			.getBean(ServletGates.class)
			.inspection()
			.inventory()
			.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.kind() == EndpointKind.FILTER_ENDPOINT)
			.toList();
		assertThat(endpoints).isNotEmpty();
		assertThat(endpoints.toString()).contains("/oauth2/token", "/oauth2/jwks", "/oauth2/introspect");
		assertThat(endpoints).noneMatch(Endpoint::needsRule);
	}

	@Test
	void getWhenTokenIsTheServersThenApiServesByItsRules() throws IOException {
		String read = "Authorization: Bearer " + token(application, "orders:read");
		assertThat(application.get("/api/orders", read).status()).isEqualTo(200);
		assertRefused(application.get("/api/orders"), 401, "subject.missing");
		assertRefused(application.get("/api/orders", "Authorization: Bearer " + token(application, "orders:write")),
				403, "policy.scope-missing");
		assertRefused(application.get("/api/orders", application.bearer("orders:read")), 401, "token.key");
		assertRefused(application.get("/other", read), 403, "coverage.unguarded");
		assertRefused(application.get("/oauth2/token", read), 403, "coverage.unguarded");
		assertRefused(application.get("/oauth2/token/other", read), 403, "coverage.unguarded");
	}

	/**
	 * What an honest and a dishonest client hear, by status and names of members.
	 */
	private static Map<String, String> conversation(RunningApplication server) throws IOException {
		Map<String, String> answers = new LinkedHashMap<>();
		String token = token(server, "orders:read");
		for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server",
				"/oauth2/jwks", "/oauth2/authorize", "/userinfo")) {
			answers.put("GET " + path, shape(server.get(path)));
			answers.put("GET " + path + " with bad token", shape(server.get(path, "Authorization: Bearer a b")));
			answers.put("GET " + path + " with token", shape(server.get(path, "Authorization: Bearer " + token)));
		}
		answers.put("token", shape(form(server, "/oauth2/token", "grant_type=client_credentials", BASIC)));
		answers.put("token, wrong secret",
				shape(form(server, "/oauth2/token", "grant_type=client_credentials", WRONG)));
		answers.put("token, no client", shape(form(server, "/oauth2/token", "grant_type=client_credentials")));
		answers.put("token, wrong grant", shape(form(server, "/oauth2/token", "grant_type=password", BASIC)));
		answers.put("introspect", shape(form(server, "/oauth2/introspect", "token=" + token, BASIC)));
		answers.put("introspect, no client", shape(form(server, "/oauth2/introspect", "token=" + token)));
		answers.put("revoke", shape(form(server, "/oauth2/revoke", "token=" + token, BASIC)));
		answers.put("introspect, revoked", shape(form(server, "/oauth2/introspect", "token=" + token, BASIC)));
		answers.put("revoke, wrong secret", shape(form(server, "/oauth2/revoke", "token=" + token, WRONG)));
		return answers;
	}

	private static String shape(Answer answer) {
		TreeSet<String> members = new TreeSet<>();
		Matcher names = Pattern.compile("\"(\\w+)\":").matcher(answer.body());
		while (names.find()) {
			members.add(names.group(1));
		}
		return answer.status() + " " + members;
	}

	private static String token(RunningApplication server, String scope) throws IOException {
		Answer answer = form(server, "/oauth2/token", "grant_type=client_credentials&scope=" + scope, BASIC);
		Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
		assertThat(token.find()).as("%s", answer).isTrue();
		return token.group(1);
	}

	private static Answer form(RunningApplication server, String path, String form, String... headers)
			throws IOException {
		return server.post(path, "application/x-www-form-urlencoded", form, headers);
	}

	private static List<String> ourAutoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.zerotrust."))
			.filter((name) -> !name.contains(".test."))
			.toList();
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

}
