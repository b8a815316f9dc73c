package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationStore;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens are revoked by an operator, over the Actuator.
 */
@ExtendWith(OutputCaptureExtension.class)
class RevocationJourneyTests {

	private static final String ISSUER = "https://idp.example.com";

	private static final String PATH = "/actuator/zerotrust/revocations";

	@Test
	void revokeWhenTokenWasVerifiedThenItIsKeptNoLonger() throws IOException {
		try (RunningApplication application = start(false)) {
			VerifiedTokens verified = application.context().getBean(VerifiedTokens.class);
			RevocationStore revocations = application.context().getBean(RevocationStore.class);
			String token = application.bearer("orders:read");
			long before = verified.size();
			assertThat(orders(application, token).status()).isEqualTo(200);
			assertThat(verified.size()).isEqualTo(before + 1);
			revocations.revoke(Revocation.ofSubject(ISSUER, "somebody else", Instant.now(), "test"));
			assertThat(verified.size()).isEqualTo(before + 1);
			revocations.revoke(Revocation.ofIssuer(ISSUER, Instant.now(), "test"));
			assertThat(verified.size()).isEqualTo(before);
			assertRefused(orders(application, token), 401, "token.revoked");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void revokeWhenOperatorMayThenTokensEndAtOnceUntilLifted(boolean ownPort, CapturedOutput output)
			throws IOException {
		try (RunningApplication application = start(ownPort, "management.endpoint.zerotrust.access=unrestricted")) {
			String operator = application.bearer("zt:read", "zt:write");
			for (String[] of : new String[][] { { "subject", "alice" }, { "session", "s-1" }, { "client", "shop" },
					{ "token", "t-1" }, { "issuer", "" } }) {
				String token = "Authorization: Bearer " + application.token()
					.subject("alice")
					.client("shop")
					.claim("sid", "s-1")
					.claim("jti", "t-1")
					.issuedAt(Instant.now().minusSeconds(5))
					.scopes("orders:read")
					.mint();
				assertThat(orders(application, token).status()).isEqualTo(200);
				Answer held = write(application, "POST", body(of[0], of[1]), operator);
				assertThat(held.status()).as("%s", held).isEqualTo(200);
				assertThat(JsonPath.<Map<String, Object>>read(held.body(), "$")).containsEntry("kind", of[0])
					.containsEntry("value", of[1])
					.containsEntry("reason", "stolen laptop")
					.containsKeys("issuedUntil", "keptUntil");
				assertRefused(orders(application, token), 401, "token.revoked");
				operator = application.bearer("zt:read", "zt:write");
				if (of[0].equals("issuer")) {
					// who revokes everything revokes himself, until he logs in again
					operator = "Authorization: Bearer " + application.token()
						.issuedAt(Instant.now().plusSeconds(2))
						.scopes("zt:read", "zt:write")
						.mint();
				}
				Answer list = send(application, "GET", PATH, "", operator);
				assertThat(JsonPath.<Integer>read(list.body(), "$.held")).isEqualTo(1);
				assertThat(list.body()).doesNotContain("eyJ");
				String what = "?kind=" + of[0] + "&issuer=" + ISSUER + (of[1].isEmpty() ? "" : "&value=" + of[1]);
				assertThat(send(application, "DELETE", PATH + what, "", operator).status()).isEqualTo(204);
				assertThat(send(application, "DELETE", PATH + what, "", operator).status()).isEqualTo(404);
				assertThat(orders(application, token).status()).isEqualTo(200);
				operator = application.bearer("zt:read", "zt:write");
			}
			assertThat(output).contains("revoked subject 'alice' of " + ISSUER + ": stolen laptop")
				.contains("lifted subject 'alice' of " + ISSUER)
				.doesNotContain("eyJ");
		}
	}

	@Test
	void revokeWhenCallerMayNotThenNothingHappens() throws IOException {
		try (RunningApplication application = start(false, "management.endpoint.zerotrust.access=unrestricted")) {
			String body = body("subject", "alice");
			assertRefused(write(application, "POST", body), 401, "subject.missing");
			for (String scope : List.of("zt:read", "zt:write", "orders:read")) {
				assertRefused(write(application, "POST", body, application.bearer(scope)), 403, "policy.scope-missing");
				assertRefused(write(application, "DELETE", "", application.bearer(scope)), 403, "policy.scope-missing");
			}
			assertRefused(send(application, "GET", PATH, "", application.bearer("orders:read")), 403,
					"policy.scope-missing");
			Answer list = send(application, "GET", PATH, "", application.bearer("zt:read"));
			assertThat(JsonPath.<Integer>read(list.body(), "$.held")).isZero();
		}
	}

	@Test
	void revokeWhenAccessIsNotOpenedThenTheEndpointOnlyReads() throws IOException {
		try (RunningApplication application = start(false)) {
			String operator = application.bearer("zt:read", "zt:write");
			assertThat(write(application, "POST", body("subject", "alice"), operator).status()).isEqualTo(405);
			assertThat(write(application, "DELETE", "", operator).status()).isEqualTo(405);
			Answer list = send(application, "GET", PATH, "", operator);
			assertThat(list.body()).isEqualTo("{\"held\":0,\"revocations\":[]}");
		}
	}

	@Test
	void revokeWhenItCannotBeMeantThenSaysWhatInsteadAndIsNoError() throws IOException {
		try (RunningApplication application = start(false, "management.endpoint.zerotrust.access=unrestricted",
				"zt.token.revocation.capacity=1")) {
			String operator = application.bearer("zt:read", "zt:write");
			assertProblem(write(application, "POST", body("token", ""), operator), "value must not be blank");
			assertProblem(write(application, "POST", body("everybody", "x"), operator), "kind must be one of");
			assertProblem(write(application, "POST", body("subject", "a\\nb"), operator), "control characters");
			assertProblem(write(application, "POST", body("subject", "x".repeat(3000)), operator), "longer than");
			assertProblem(write(application, "POST", body("subject", "a").replace(ISSUER, ISSUER + "/"), operator),
					"issuer is not trusted");
			assertProblem(write(application, "POST", with("\"issuedUntil\":\"yesterday\""), operator),
					"issuedUntil must look like");
			assertProblem(write(application, "POST", with("\"issuedUntil\":\"2999-01-01T00:00:00Z\""), operator),
					"future");
			assertProblem(write(application, "POST", with("\"keptUntil\":\"+1000000000-01-01T00:00:00Z\""), operator),
					"keptUntil");
			for (String body : List.of("{}", "", "[]", "null", "{\"kind\":\"subject\"}", "{\"kind\":", "nonsense",
					with("\"issuedUntil\":{\"a\":1}"), "{\"kind\":[\"subject\"],\"issuer\":{},\"value\":1}")) {
				Answer answer = write(application, "POST", body, operator);
				assertThat(answer.status()).as("%s: %s", body, answer).isEqualTo(400);
			}
			assertThat(send(application, "POST", "/actuator/zerotrust/posture", body("subject", "a"), operator,
					"Content-Type: application/json")
				.status()).isEqualTo(404);
			assertThat(send(application, "DELETE", PATH, "", operator).status()).isEqualTo(400);
			assertProblem(send(application, "DELETE", PATH + "?kind=all&issuer=x", "", operator),
					"kind must be one of");
			assertThat(write(application, "POST", body("subject", "first"), operator).status()).isEqualTo(200);
			Answer full = write(application, "POST", body("subject", "second"), operator);
			assertThat(full.status()).isEqualTo(503);
			assertThat(full.body()).contains("zt.token.revocation.capacity");
			Answer list = send(application, "GET", PATH, "", operator);
			assertThat(JsonPath.<List<String>>read(list.body(), "$.revocations[*].value")).containsExactly("first");
		}
	}

	private static void assertProblem(Answer answer, String message) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(400);
		assertThat(JsonPath.<String>read(answer.body(), "$.message")).contains(message);
	}

	private static String body(String kind, String value) {
		return "{\"kind\":\"" + kind + "\",\"issuer\":\"" + ISSUER + "\",\"value\":\"" + value
				+ "\",\"reason\":\"stolen laptop\"}";
	}

	private static String with(String member) {
		return "{\"kind\":\"subject\",\"issuer\":\"" + ISSUER + "\",\"value\":\"a\"," + member + "}";
	}

	private static Answer orders(RunningApplication application, String token) throws IOException {
		return application.get("/orders", token);
	}

	private static Answer write(RunningApplication application, String method, String body, String... headers)
			throws IOException {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: application/json");
		return send(application, method, PATH, body, all.toArray(String[]::new));
	}

	private static Answer send(RunningApplication application, String method, String path, String body,
			String... headers) throws IOException {
		boolean ownPort = application.context().getEnvironment().containsProperty("management.server.port");
		return RunningApplication.send(ownPort ? application.managementPort() : application.port(), method, path, body,
				headers);
	}

	private static RunningApplication start(boolean ownPort, String... properties) {
		List<String> all = new ArrayList<>(List.of("management.endpoints.web.exposure.include=zerotrust",
				"zt.actuator.read-scope=zt:read", "zt.actuator.write-scope=zt:write"));
		if (ownPort) {
			all.add("management.server.port=0");
		}
		all.addAll(List.of(properties));
		return RunningApplication.start(all, StepUpApi.class);
	}

}
