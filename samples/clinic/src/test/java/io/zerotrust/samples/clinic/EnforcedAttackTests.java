package io.zerotrust.samples.clinic;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.zerotrust.spring.test.ZtTestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What zt refuses of what the application lets through, and who refuses what both would.
 */
@EnforcedClinic
class EnforcedAttackTests {

	@LocalServerPort
	int port;

	@LocalManagementPort
	int managementPort;

	@Autowired
	ZtTestIssuer issuer;

	static List<Attack> attacks() {
		return Attack.all();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attackWhenEnforcedThenRefused(Attack attack) throws Exception {
		HttpResponse<String> response = attack.send(this.issuer, this.port, this.managementPort);
		String[] expected = attack.enforced().split(" ");
		assertThat(response.statusCode()).isEqualTo(Integer.parseInt(expected[0]));
		if (expected.length > 1) {
			assertThat(response.body()).contains("\"code\":\"" + expected[1] + "\"");
		}
	}

	@Test
	void consoleWhenClerkThenRefusedByOurRule() throws Exception {
		Browser browser = signedIn();
		assertThat(browser.get("/h2-console/").body()).contains("policy.role-missing");
	}

	@Test
	void clearWhenClerkWithTokenOfTheFormThenRefusedByOurRule() throws Exception {
		Browser browser = signedIn();
		String csrf = browser.get("/backoffice/owners").csrf();
		assertThat(browser.post("/backoffice/notes/clear", csrf).body()).contains("policy.role-missing");
	}

	@Test
	void apiWhenSessionThenRefused() throws Exception {
		assertThat(signedIn().get("/api/owners/1").body()).contains("subject.missing");
	}

	@Test
	void dataWhenSessionWritesThenRefused() throws Exception {
		Browser.Page page = signedIn().post("/data/specialties", "{}");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).contains("subject.missing");
	}

	@Test
	void backOfficeWhenTokenThenLogin() throws Exception {
		Browser.Page page = browser().get("/backoffice/owners", this.issuer.token().scopes("owners:read").mint());
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.body()).doesNotContain("Birch");
	}

	@Test
	void unknownPathWhenAnonymousThenUnauthorized() throws Exception {
		Browser.Page page = browser().get("/admin");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).contains("subject.missing");
	}

	@Test
	void readWhenScopeHeldThenServed() throws Exception {
		Browser.Page page = browser().get("/api/owners/1", this.issuer.token().scopes("owners:read").mint());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Ada");
	}

	private Browser browser() {
		return new Browser(this.port);
	}

	private Browser signedIn() throws Exception {
		Browser browser = browser();
		assertThat(browser.signIn("clerk", "clerk-password").status()).isEqualTo(302);
		return browser;
	}

}
