package io.zerotrust.samples.clinic;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application with bean definitions written ahead of time, trusting an issuer by its
 * address as in production.
 */
class AheadOfTimeTests {

	@TempDir
	static Path directory;

	private static PublishedIssuer published;

	private static AheadOfTime clinic;

	private static AheadOfTime unruled;

	@BeforeAll
	static void start() throws Exception {
		published = new PublishedIssuer();
		clinic = new AheadOfTime(directory.resolve("clinic.log"), published.issuer().issuer());
		unruled = new AheadOfTime(directory.resolve("unruled.log"), published.issuer().issuer(),
				"--zt.routes[0].paths=/api/owners", "--zt.routes[0].scopes=owners:read",
				"--zt.credentials.session=/backoffice/**");
		clinic.started();
	}

	@AfterAll
	static void stop() throws Exception {
		clinic.close();
		unruled.close();
		published.close();
	}

	@Test
	void startThenAheadOfTimeAndEverythingRuled() throws Exception {
		assertThat(clinic.output()).contains("Starting AOT-processed ClinicApplication")
			.contains("zt enforces:", "100 % with a rule");
	}

	static List<Attack> attacks() {
		return Attack.all();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attackThenRefused(Attack attack) throws Exception {
		HttpResponse<String> response = attack.send(published.issuer(), clinic.port(), clinic.managementPort());
		assertThat(response.statusCode() + " " + response.body()).startsWith(attack.enforced().split(" ")[0])
			.contains(attack.enforced().substring(3).trim());
	}

	@Test
	void ownerWhenScopeHeldThenServed() throws Exception {
		Browser.Page page = api().get("/api/owners/1", published.issuer().token().scopes("owners:read").mint());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Ada");
	}

	@Test
	void ownerWhenAnonymousThenRefused() throws Exception {
		assertThat(api().get("/api/owners/1").body()).contains("subject.missing");
	}

	@Test
	void ownerWhenSignatureIsTamperedThenRefused() throws Exception {
		String token = published.issuer().mint(BadToken.TAMPERED_SIGNATURE, "owners:read");
		assertThat(api().get("/api/owners/1", token).body()).contains("token.signature");
	}

	@Test
	void ownerWhenForAnotherAudienceThenRefused() throws Exception {
		String token = published.issuer().mint(BadToken.FOREIGN_AUDIENCE, "owners:read");
		assertThat(api().get("/api/owners/1", token).body()).contains("token.audience");
	}

	@Test
	void vetsWhenAnonymousThenServed() throws Exception {
		assertThat(api().get("/data/vets").body()).contains("Okafor");
	}

	@Test
	void pathWhenUnknownThenNotFoundToCallersAlone() throws Exception {
		assertThat(api().get("/admin").status()).isEqualTo(401);
		assertThat(api().get("/admin", published.issuer().token().mint()).status()).isEqualTo(404);
	}

	@Test
	void metricsWhenScopeHeldThenServed() throws Exception {
		Browser.Page page = new Browser(clinic.managementPort()).get("/actuator/metrics",
				published.issuer().token().scopes("metrics:read").mint());
		assertThat(page.status()).isEqualTo(200);
	}

	@Test
	void backOfficeWhenSignedInThenOwners() throws Exception {
		Browser browser = api();
		assertThat(browser.get("/backoffice/owners").status()).isEqualTo(302);
		browser.signIn("clerk", "clerk-password");
		assertThat(browser.get("/backoffice/owners").body()).contains("Signed in as clerk");
		assertThat(browser.get("/h2-console/").body()).contains("policy.role-missing");
	}

	@Test
	void startWhenModeIsNotThatOfTheBuildThenFails() throws Exception {
		try (AheadOfTime other = new AheadOfTime(directory.resolve("observe.log"), published.issuer().issuer(),
				"--zt.mode=observe")) {
			assertThat(other.failed()).contains("APPLICATION FAILED TO START",
					"zt.mode is observe, but the application was processed ahead of time with zt.mode: enforce");
		}
	}

	@Test
	void startWhenHandlersAreLeftWithoutRuleThenFails() throws Exception {
		assertThat(unruled.failed()).contains("APPLICATION FAILED TO START",
				"Endpoints that nobody ruled on would be refused to everybody:",
				"io.zerotrust.samples.clinic.visits.VisitController.listVisits",
				"org.springframework.data.rest.webmvc, which cannot be annotated");
	}

	private static Browser api() {
		return new Browser(clinic.port());
	}

}
