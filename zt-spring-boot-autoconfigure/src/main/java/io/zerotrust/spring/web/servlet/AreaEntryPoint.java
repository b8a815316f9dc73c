package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Asks for what the endpoint takes: a login, or a password with the request. Scripts are
 * not sent to the login page.
 */
final class AreaEntryPoint implements AuthenticationEntryPoint {

	private final AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");

	private final AuthenticationEntryPoint unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);

	private final BasicAuthenticationEntryPoint password = new BasicAuthenticationEntryPoint();

	AreaEntryPoint(String realm) {
		this.password.setRealmName(realm);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, ServletException {
		asks(request).commence(request, response, ex);
	}

	private AuthenticationEntryPoint asks(HttpServletRequest request) {
		Verdict verdict = Verdicts.of(request);
		boolean script = "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
		if (verdict == null || script) {
			return this.unauthorized;
		}
		boolean session = verdict.target().policy().credentials().contains(CredentialKind.SESSION);
		return session ? this.login : this.password;
	}

}
