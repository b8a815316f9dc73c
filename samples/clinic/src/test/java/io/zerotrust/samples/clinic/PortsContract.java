package io.zerotrust.samples.clinic;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What only real ports show: the Actuator's, the console's servlet, sessions in cookies.
 */
abstract class PortsContract {

	@LocalServerPort
	int port;

	@LocalManagementPort
	int managementPort;

	/**
	 * A token in its compact form.
	 * @param scopes what it says its bearer may do
	 */
	abstract String token(String... scopes);

	@Test
	void healthWhenAnonymousThenUp() throws Exception {
		Browser.Page page = management().get("/actuator/health");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("\"status\":\"UP\"");
	}

	@Test
	void probesWhenAnonymousThenUpOnBothPorts() throws Exception {
		assertThat(management().get("/actuator/health/readiness").body()).contains("UP");
		assertThat(api().get("/readyz")).isEqualTo(new Browser.Page(200, "{\"status\":\"UP\"}"));
		assertThat(api().get("/livez")).isEqualTo(new Browser.Page(200, "{\"status\":\"UP\"}"));
	}

	@Test
	void infoWhenAnonymousThenName() throws Exception {
		Browser.Page page = management().get("/actuator/info");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Clinic");
	}

	@Test
	void metricsWhenAnonymousThenUnauthorized() throws Exception {
		Browser.Page page = management().get("/actuator/metrics");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).doesNotContain("jvm.memory");
	}

	@Test
	void metricsWhenCallerThenNames() throws Exception {
		Browser.Page page = management().get("/actuator/metrics", token("metrics:read"));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("jvm.memory.used");
	}

	@Test
	void actuatorWhenAskedOnThePortOfTheApiThenNotFound() throws Exception {
		Browser.Page page = api().get("/actuator/metrics", token("metrics:read"));
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).doesNotContain("jvm.memory");
	}

	@Test
	void ownersWhenAskedOnTheManagementPortThenNotFound() throws Exception {
		Browser.Page page = management().get("/api/owners", token("owners:read"));
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).doesNotContain("Birch");
	}

	@Test
	void ownerWhenCallerThenIt() throws Exception {
		Browser.Page page = api().get("/api/owners/1", token("owners:read"));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Ada");
	}

	@Test
	void ownerWhenTokenIsGarbageThenUnauthorized() throws Exception {
		Browser.Page page = api().get("/api/owners/1", "not.a.token");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).doesNotContain("Ada");
	}

	@Test
	void consoleWhenNotSignedInThenLogin() throws Exception {
		Browser.Page page = api().get("/h2-console/");
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.body()).doesNotContain("H2");
	}

	@Test
	void consoleWhenClerkThenForbidden() throws Exception {
		Browser browser = api();
		browser.signIn("clerk", "clerk-password");
		Browser.Page page = browser.get("/h2-console/");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body()).doesNotContain("H2 Console");
	}

	@Test
	void consoleWhenAdminThenShownAndItsFormsWork() throws Exception {
		Browser browser = api();
		browser.signIn("admin", "admin-password");
		Browser.Page page = browser.get("/h2-console/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("H2 Console");
		Browser.Page posted = browser.post("/h2-console/login.do", "url=jdbc:h2:mem:none&user=sa");
		assertThat(posted.status()).isEqualTo(200);
		assertThat(posted.body()).contains("H2 Console");
	}

	@Test
	void noteWhenFormIsFilledInThenOnThePage() throws Exception {
		Browser browser = api();
		assertThat(browser.signIn("clerk", "clerk-password").status()).isEqualTo(302);
		Browser.Page page = browser.get("/backoffice/owners");
		assertThat(page.body()).contains("Signed in as clerk");
		Browser.Page posted = browser.post("/backoffice/owners/2/notes", "text=prefers+mornings&" + page.csrf());
		assertThat(posted.status()).isEqualTo(302);
		assertThat(browser.get("/backoffice/owners").body()).contains("Noor Haddad: prefers mornings (clerk)");
	}

	@Test
	void noteWhenForgedThenForbidden() throws Exception {
		Browser browser = api();
		browser.signIn("clerk", "clerk-password");
		assertThat(browser.post("/backoffice/owners/2/notes", "text=forged").status()).isEqualTo(403);
		assertThat(browser.get("/backoffice/owners").body()).doesNotContain("forged");
	}

	private Browser api() {
		return new Browser(this.port);
	}

	private Browser management() {
		return new Browser(this.managementPort);
	}

}
