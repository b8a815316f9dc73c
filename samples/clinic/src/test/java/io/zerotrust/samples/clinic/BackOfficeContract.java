package io.zerotrust.samples.clinic;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What clerks and their admin may do in a session.
 */
abstract class BackOfficeContract {

	private static final String PAGE = "/backoffice/owners";

	@Autowired
	MockMvcTester mvc;

	@Test
	void pageWhenNotSignedInThenLogin() {
		assertThat(this.mvc.get().uri(PAGE)).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login");
	}

	@Test
	void loginPageWhenAskedThenForm() {
		assertThat(this.mvc.get().uri("/login")).hasStatusOk().bodyText().contains("name=\"password\"", "_csrf");
	}

	@Test
	void loginWhenPasswordIsWrongThenBack() {
		assertThat(login("clerk", "guess")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login?error");
	}

	@Test
	void loginWhenNoCsrfTokenThenForbidden() {
		assertThat(this.mvc.post().uri("/login").param("username", "clerk").param("password", "clerk-password"))
			.hasStatus(HttpStatus.FORBIDDEN)
			.doesNotContainHeader("Location");
	}

	@Test
	void pageWhenSignedInThenOwners() {
		assertThat(this.mvc.get().uri(PAGE).session(signIn("clerk"))).hasStatusOk()
			.bodyText()
			.contains("Signed in as clerk", "Ada Birch", "name=\"_csrf\"");
	}

	@Test
	void noteWhenSignedInThenOnThePage() {
		MockHttpSession session = signIn("clerk");
		assertThat(this.mvc.post()
			.uri("/backoffice/owners/1/notes")
			.session(session)
			.with(csrf())
			.param("text", "<b>owes a visit</b>")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(PAGE);
		assertThat(this.mvc.get().uri(PAGE).session(session)).hasStatusOk()
			.bodyText()
			.contains("Ada Birch: &lt;b&gt;owes a visit&lt;/b&gt; (clerk)");
	}

	@Test
	void noteWhenNoCsrfTokenThenForbidden() {
		MockHttpSession session = signIn("clerk");
		assertThat(this.mvc.post().uri("/backoffice/owners/1/notes").session(session).param("text", "forged"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(PAGE).session(session)).hasStatusOk().bodyText().doesNotContain("forged");
	}

	@Test
	void clearWhenClerkThenForbidden() {
		assertThat(this.mvc.post().uri("/backoffice/notes/clear").session(signIn("clerk")).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN)
			.doesNotContainHeader("Location");
	}

	@Test
	void clearWhenAdminThenNoNotes() {
		MockHttpSession session = signIn("admin");
		assertThat(this.mvc.post()
			.uri("/backoffice/owners/2/notes")
			.session(session)
			.with(csrf())
			.param("text", "to be cleared")).hasStatus(HttpStatus.FOUND);
		assertThat(this.mvc.post().uri("/backoffice/notes/clear").session(session).with(csrf()))
			.hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl(PAGE);
		assertThat(this.mvc.get().uri(PAGE).session(session)).hasStatusOk()
			.bodyText()
			.contains("Signed in as admin")
			.doesNotContain("to be cleared");
	}

	@Test
	void logoutWhenSignedInThenLoginAgain() {
		MockHttpSession session = signIn("clerk");
		assertThat(this.mvc.post().uri("/logout").session(session).with(csrf())).hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/login?logout");
		assertThat(session.isInvalid()).isTrue();
	}

	@Test
	void apiWhenSignedInThenUnauthorized() {
		assertThat(this.mvc.get().uri("/api/owners/1").session(signIn("clerk"))).hasStatus(HttpStatus.UNAUTHORIZED)
			.bodyText()
			.doesNotContain("Ada");
	}

	private MockHttpSession signIn(String user) {
		MvcTestResult result = login(user, user + "-password");
		assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(PAGE);
		return (MockHttpSession) result.getRequest().getSession();
	}

	private MvcTestResult login(String user, String password) {
		return this.mvc.post()
			.uri("/login")
			.with(csrf())
			.param("username", user)
			.param("password", password)
			.exchange();
	}

}
