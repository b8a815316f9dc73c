package io.zerotrust.spring.test.autoconfigure;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.ZtTestIssuer;
import io.zerotrust.spring.web.AuthenticationSubjectReader;
import io.zerotrust.spring.web.SubjectReader;

import static io.zerotrust.spring.test.ZtMockMvc.ztJwt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.opaqueToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

@SpringJUnitWebConfig(WhoAmIApplication.class)
@TestPropertySource(properties = "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com")
class PrebuiltSubjectReaderTests {

	private final SubjectReader reader = new PrebuiltSubjectReader(new AuthenticationSubjectReader(),
			List.of(new MockRequestMark()));

	private MockMvcTester mvc;

	@BeforeEach
	void setUp(WebApplicationContext context) {
		this.mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build());
	}

	@AfterEach
	void tearDown() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void readWhenTokenIsRealThenIsNoPrebuilt() {
		assertThatBody(ztJwt().subject("alice").scopes("orders:read")).isEqualTo("JWT alice [orders:read] []");
	}

	@Test
	void readWhenTokenIsBadThenNeverGetsThere() {
		assertThat(this.mvc.get().uri("/").with(ztJwt().bad(BadToken.FOREIGN_ISSUER))).hasStatus(401);
	}

	@Test
	void readWhenTokenIsSentByRestTestClientThenIsNoPrebuilt(WebApplicationContext context) {
		ZtTestIssuer issuer = context.getBean(ZtTestIssuer.class);
		RestTestClient client = RestTestClient
			.bindTo(MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build())
			.build();
		client.get()
			.uri("/")
			.headers(issuer.token().scopes("orders:read").asBearer())
			.exchangeSuccessfully()
			.expectBody(String.class)
			.isEqualTo("JWT user [orders:read] []");
	}

	@Test
	void readWhenJwtIsPrebuiltThenReadsItsClaims() {
		assertThatBody(jwt()).isEqualTo("PREBUILT user [read] []");
	}

	@Test
	void readWhenAuthoritiesArePrebuiltThenReadsScopesAndRoles() {
		assertThatBody(jwt().jwt((jwt) -> jwt.subject("alice").claim("scope", "a"))
			.authorities(AuthorityUtils.createAuthorityList("SCOPE_b", "ROLE_CLERK")))
			.isEqualTo("PREBUILT alice [a, b] [CLERK]");
	}

	@Test
	void readWhenOpaqueTokenIsPrebuiltThenReadsItsAttributes() {
		assertThatBody(opaqueToken().attributes((attributes) -> attributes.put("scope", "a")))
			.isEqualTo("PREBUILT user [a] []");
	}

	@Test
	void readWhenUserIsPrebuiltThenReadsNameAndRoles() {
		assertThatBody(user("bob").roles("ADMIN")).isEqualTo("PREBUILT bob [] [ADMIN]");
	}

	@Test
	@WithMockUser(username = "carol", roles = "CLERK")
	void readWhenMockUserThenReadsNameAndRoles() {
		assertThatBody((request) -> request).isEqualTo("PREBUILT carol [] [CLERK]");
	}

	@Test
	@WithMockUser
	void readWhenMockUserSendsRealTokenThenTokenCounts() {
		assertThatBody(ztJwt().subject("alice")).startsWith("JWT alice ");
	}

	@Test
	void readWhenLoginIsRealThenIsNoPrebuilt() {
		assertThatBody(httpBasic("dave", "password")).isEqualTo("OTHER dave [] [CLERK]");
	}

	@Test
	void readWhenAnonymousThenIsNobody() {
		assertThat(this.mvc.get().uri("/").with(anonymous())).hasStatus(401);
		assertThat(this.reader.read(null, CredentialKind.NONE).isAnonymous()).isTrue();
	}

	@Test
	void readWhenNoRequestThenIsNoPrebuilt() {
		RequestContextHolder.resetRequestAttributes();
		Authentication authentication = new TestingAuthenticationToken("bob", null, "ROLE_ADMIN");
		assertThat(kind(authentication)).isEqualTo(CredentialKind.OTHER);
	}

	@Test
	void readWhenRequestIsRealThenIsNoPrebuilt() {
		Authentication authentication = new TestingAuthenticationToken("bob", null, "ROLE_ADMIN");
		SecurityContext attached = new SecurityContextImpl(authentication);
		MockHttpServletRequest mock = new MockHttpServletRequest();
		mock.setAttribute("org.springframework.security.test.context", attached);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(mock));
		assertThat(kind(authentication)).isEqualTo(CredentialKind.PREBUILT);
		HttpServletRequest real = mock(HttpServletRequest.class);
		given(real.getAttributeNames()).willAnswer((call) -> mock.getAttributeNames());
		given(real.getAttribute(anyString())).willReturn(attached);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(real));
		assertThat(kind(authentication)).isEqualTo(CredentialKind.OTHER);
	}

	private CredentialKind kind(Authentication authentication) {
		return this.reader.read(authentication, CredentialKind.OTHER).credential().kind();
	}

	private AbstractStringAssert<?> assertThatBody(RequestPostProcessor caller) {
		return assertThat(this.mvc.get().uri("/").with(caller)).hasStatusOk().bodyText();
	}

}
