package io.zerotrust.spring.journey;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.zerotrust.spring.test.ZtMockMvc.ztJwt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

/**
 * A slice test is protected without a line of configuration.
 */
@WebMvcTest(controllers = CorePathJourneyTests.Controller.class,
		properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders" })
class TestKitJourneyTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void getWhenNoTokenThenChallenged() {
		assertRefused(this.mvc.get().uri("/orders/1").exchange(), 401, "subject.missing");
	}

	@Test
	void getWhenZtJwtThenItsScopesCount() {
		assertRefused(get("/orders/1", ztJwt()), 403, "policy.scope-missing");
		assertThat(get("/orders/1", ztJwt().scopes("orders:read"))).hasStatusOk().hasBodyTextEqualTo("order 1");
	}

	@Test
	void getWhenJwtOfSpringSecurityThenItsAuthoritiesCount() {
		assertRefused(get("/orders/1", jwt()), 403, "policy.scope-missing");
		assertThat(get("/orders/1", jwt().authorities(new SimpleGrantedAuthority("SCOPE_orders:read")))).hasStatusOk();
	}

	@Test
	@WithMockUser(roles = "admin")
	void getWhenMockUserThenItsRolesCount() {
		assertThat(this.mvc.get().uri("/admin")).hasStatusOk();
		assertRefused(this.mvc.get().uri("/orders/1").exchange(), 403, "policy.scope-missing");
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	private static void assertRefused(MvcTestResult result, int status, String code) {
		assertThat(result).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(CorePathJourneyTests.Controller.class)
	static class Application {

	}

}
