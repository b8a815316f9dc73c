package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main road: an application without a line of security code of its own.
 */
@ParameterizedClass
@EnumSource
class CorePathJourneyTests {

	private static RunningApplication application;

	CorePathJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.startHandlers(placement, List.of(), Controller.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenScopeHeldThenServed() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("order 1");
	}

	@Test
	void getWhenNoTokenThenChallengedWithoutError() throws IOException {
		Answer answer = application.get("/orders/1");
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("subject.missing");
		// RFC 6750 B5, B7
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"api\", resource_metadata=\"http")
			.contains("DPoP algs=\"ES256 ")
			.doesNotContain("error");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Set-Cookie")).isNull();
	}

	@Test
	void getWhenScopeMissingThenForbidden() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer("orders:write"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.scope-missing");
		// RFC 6750 B8
		assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"")
			.contains("scope=\"orders:read\"");
	}

	@Test
	void getWhenPublicThenServed() throws IOException {
		assertThat(application.get("/catalog").status()).isEqualTo(200);
		assertThat(application.get("/catalog", application.bearer()).status()).isEqualTo(200);
	}

	@Test
	void getWhenRoleMissingThenForbidden() throws IOException {
		Answer answer = application.get("/admin", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.role-missing");
	}

	@Test
	void postWhenAuthenticationWeakThenSteppedUp() throws IOException {
		Answer weak = application.post("/payments", "application/json", "{}", application.bearer("payments:write"));
		assertThat(weak.status()).as("%s", weak).isEqualTo(401);
		assertThat(weak.code()).isEqualTo("step-up.required");
		// RFC 9470 SU1, SU2
		assertThat(weak.header("WWW-Authenticate")).contains("error=\"insufficient_user_authentication\"")
			.contains("acr_values=\"gold\"")
			.contains("max_age=\"300\"");
		String strong = application.token()
			.scopes("payments:write")
			.acr("gold")
			.amr("mfa")
			.authenticatedAt(java.time.Instant.now())
			.mint();
		assertThat(application.post("/payments", "application/json", "{}", "Authorization: Bearer " + strong).status())
			.isEqualTo(200);
	}

	@Test
	void getWhenPathUnknownThenNotFoundForVerifiedCallersOnly() throws IOException {
		assertThat(application.get("/nothing", application.bearer()).status()).isEqualTo(404);
		Answer answer = application.get("/nothing");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("subject.missing");
	}

	@Test
	void getWhenTwoAuthorizationHeadersThenBadRequest() throws IOException {
		// RFC 6750 B2, RFC 9449 D18: whoever stands in front may have looked at the other
		// one
		String good = application.bearer("orders:read");
		Answer answer = application.get("/orders/1", good, "authorization: Bearer other");
		assertThat(answer.status()).as("%s", answer).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("credential.ambiguous");
		assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
	}

	@Test
	void getWhenFirewallRejectsThenSaysSo() throws IOException {
		Answer answer = application.get("/catalog/..;/orders/1", application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("request.rejected");
	}

	@Test
	void getWhenSpringRefusesTheTokenThenItsWordsAreKeptBack() throws IOException {
		Answer answer = application.get("/orders/1", application.bearer(BadToken.FOREIGN_KEY_SAME_KID, "orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("token.signature");
		assertThat(answer.header("WWW-Authenticate"))
			.startsWith("Bearer error=\"invalid_token\", error_description=\"token.signature\"")
			.contains("resource_metadata=\"")
			.doesNotContain("Jwt");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Api {

	}

	@RestController
	static class Controller {

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return "order " + id;
		}

		@GetMapping("/catalog")
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

		@GetMapping("/me")
		@AnyAuthenticated(reason = "everybody has a profile")
		String me() {
			return "me";
		}

		@GetMapping("/admin")
		@RequiresRole("admin")
		String admin() {
			return "admin";
		}

		@PostMapping("/payments")
		@RequiresScope("payments:write")
		@RequiresStepUp(acr = "gold", maxAge = 300)
		@Sensitivity(SensitivityLevel.CRITICAL)
		String pay(@RequestBody String body) {
			return "paid";
		}

	}

}
