package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.HttpBasicServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Asks for what the endpoint takes: a login, or a password with the request. Scripts are
 * not sent to the login page.
 */
final class AreaEntryPoint implements ServerAuthenticationEntryPoint {

	private final ServerAuthenticationEntryPoint login = new RedirectServerAuthenticationEntryPoint("/login");

	private final ServerAuthenticationEntryPoint unauthorized = new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED);

	private final HttpBasicServerAuthenticationEntryPoint password = new HttpBasicServerAuthenticationEntryPoint();

	AreaEntryPoint(String realm) {
		this.password.setRealm(realm);
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException ex) {
		return asks(exchange).commence(exchange, ex);
	}

	private ServerAuthenticationEntryPoint asks(ServerWebExchange exchange) {
		Verdict verdict = exchange.getAttribute(Verdict.ATTRIBUTE);
		boolean script = "XMLHttpRequest".equals(exchange.getRequest().getHeaders().getFirst("X-Requested-With"));
		if (verdict == null || script) {
			return this.unauthorized;
		}
		boolean session = verdict.target().policy().credentials().contains(CredentialKind.SESSION);
		return session ? this.login : this.password;
	}

}
