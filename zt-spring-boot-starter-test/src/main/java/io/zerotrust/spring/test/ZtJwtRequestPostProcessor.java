package io.zerotrust.spring.test;

import jakarta.servlet.ServletContext;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Puts a token of the context's {@link ZtTestIssuer} into the {@code Authorization}
 * header, in place of what was there.
 *
 * @since 0.1.0
 */
public final class ZtJwtRequestPostProcessor extends TokenSpec<ZtJwtRequestPostProcessor>
		implements RequestPostProcessor {

	ZtJwtRequestPostProcessor() {
	}

	@Override
	ZtJwtRequestPostProcessor self() {
		return this;
	}

	@Override
	public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		String token = mint(issuer(request.getServletContext()));
		request.removeHeader(HttpHeaders.AUTHORIZATION);
		request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		return request;
	}

	private static ZtTestIssuer issuer(ServletContext servletContext) {
		ZtTestIssuer issuer = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
			.getBeanProvider(ZtTestIssuer.class)
			.getIfAvailable();
		if (issuer == null) {
			throw new IllegalStateException("ztJwt() needs a ZtTestIssuer in the application context: "
					+ "use @WebMvcTest or @AutoConfigureMockMvc, or declare the bean");
		}
		return issuer;
	}

}
