package io.zerotrust.spring.journey;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static io.zerotrust.spring.test.ZtMockMvc.ztJwt;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties of the whole application beside a part of it: rules about what is not
 * there stop no test, those about what is there hold.
 */
class SliceRouteTests {

	@Nested
	@WebMvcTest(properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
			"spring.security.oauth2.resourceserver.jwt.audiences=orders", "zt.routes[0].paths=/present",
			"zt.routes[0].scopes=present", "zt.routes[1].paths=/absent", "zt.routes[1].scopes=absent",
			"zt.routes[2].servlets=console", "zt.routes[2].scopes=console", "zt.credentials.session=/backoffice/**",
			"zt.actuator.endpoints.info.public-access=no secret" })
	@ContextConfiguration(classes = Api.class)
	class Slice {

		@Autowired
		private MockMvcTester mvc;

		@Test
		void getWhenRulesAreAboutAbsentHandlersThenThoseOfPresentOnesHold() {
			assertThat(this.mvc.get().uri("/present")).hasStatus(401);
			assertThat(this.mvc.get().uri("/present").with(ztJwt())).hasStatus(403);
			assertThat(this.mvc.get().uri("/present").with(ztJwt().scopes("present"))).hasStatusOk();
			assertThat(this.mvc.get().uri("/absent").with(ztJwt().scopes("absent"))).hasStatus(404);
		}

	}

	@Nested
	@SpringBootTest(classes = { Api.class, MisconfiguredBeans.Users.class },
			properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
					"spring.security.oauth2.resourceserver.jwt.audiences=orders", "zt.routes[0].paths=/present",
					"zt.routes[0].scopes=present", "zt.routes[1].servlets=console", "zt.routes[1].scopes=console",
					"zt.credentials.session=/console/**" })
	@AutoConfigureMockMvc
	class NoContainer {

		@Autowired
		private MockMvcTester mvc;

		// a mock environment registers no servlets
		@Test
		void getWhenRulesAreAboutServletsThenHandlersAreServed() {
			assertThat(this.mvc.get().uri("/present").with(ztJwt().scopes("present"))).hasStatusOk();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Present.class)
	static class Api {

	}

	@RestController
	static class Present {

		@GetMapping("/present")
		String present() {
			return "present";
		}

	}

}
