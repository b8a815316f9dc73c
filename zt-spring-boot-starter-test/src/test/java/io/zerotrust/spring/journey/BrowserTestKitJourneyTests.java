package io.zerotrust.spring.journey;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.zerotrust.spring.test.ZtMockMvc.ztJwt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Mock users in the browser part, tokens in the API part.
 */
@WebMvcTest(controllers = BackOfficeApi.Pages.class,
		properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders", "zt.credentials.session=/backoffice/**" })
class BrowserTestKitJourneyTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	@WithMockUser(roles = "clerk")
	void getWhenMockUserThenServed() {
		assertThat(this.mvc.get().uri("/backoffice/home")).hasStatusOk();
		assertThat(this.mvc.get().uri("/backoffice/chief")).hasStatus(403)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("policy.role-missing");
	}

	@Test
	void postWhenMockUserThenCsrfTokenIsWanted() {
		assertThat(this.mvc.post().uri("/backoffice/orders").with(user("clerk").roles("clerk"))).hasStatus(403);
		assertThat(this.mvc.post().uri("/backoffice/orders").with(user("clerk").roles("clerk")).with(csrf()))
			.hasStatusOk();
	}

	@Test
	void getWhenAnonymousThenLoginPageInTheBrowserPartAlone() {
		assertThat(this.mvc.get().uri("/backoffice/home")).hasStatus(302);
		assertThat(this.mvc.get().uri("/api/orders")).hasStatus(401);
		assertThat(this.mvc.get().uri("/api/orders").with(ztJwt().scopes("orders:read"))).hasStatusOk();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@Import(BackOfficeApi.class)
	static class Application {

	}

}
