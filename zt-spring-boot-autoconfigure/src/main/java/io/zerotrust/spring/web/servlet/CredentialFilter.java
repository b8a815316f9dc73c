package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;

/**
 * Looks at the credential just before the bearer filter does. A token on top of another
 * authentication is refused, because Spring would add the authorities of both up; on
 * endpoints that ignore bad credentials the credential is dropped unread.
 */
final class CredentialFilter implements Filter {

	private static final Challenge MIXED = Challenge.of(Proof.MALFORMED,
			new Reason("credential.mixed", "a bearer token on a request that is authenticated otherwise"));

	private static final Challenge AMBIGUOUS = Challenge.of(Proof.MALFORMED,
			new Reason("credential.ambiguous", "more than one Authorization header"));

	private static final String NOTED = CredentialFilter.class.getName() + ".ambiguous";

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	CredentialFilter(Gatekeeper gatekeeper, Targets targets) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		if (request.getDispatcherType() != DispatcherType.REQUEST) {
			chain.doFilter(request, response);
			return;
		}
		if (request.getAttribute(NOTED) != null
				&& this.gatekeeper.refuse(this.gatekeeper.record(request, AMBIGUOUS), request, response)) {
			return;
		}
		if (isAuthenticated() && isBearer(request.getHeader(HttpHeaders.AUTHORIZATION))
				&& this.gatekeeper.refuse(this.gatekeeper.record(request, MIXED), request, response)) {
			return;
		}
		chain.doFilter(ignoresCredentials(request) ? new NoCredentialsRequest(request) : request, response);
	}

	/**
	 * Note that a request has several credentials (RFC 6750 B2, RFC 9449 D18). Looks at
	 * the request as it came: behind the firewall each look costs a scan of the header.
	 */
	static void noteAmbiguity(HttpServletRequest request) {
		Enumeration<String> values = request.getHeaders(HttpHeaders.AUTHORIZATION);
		if (values != null && values.hasMoreElements()) {
			values.nextElement();
			if (values.hasMoreElements()) {
				request.setAttribute(NOTED, Boolean.TRUE);
			}
		}
	}

	private boolean ignoresCredentials(HttpServletRequest request) {
		return !this.gatekeeper.observes() && this.targets.ignoringBadCredentials()
				&& this.targets.of(request).policy().ignoreBadCredentials();
	}

	private static boolean isAuthenticated() {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		return current != null && current.isAuthenticated() && !(current instanceof AnonymousAuthenticationToken);
	}

	private static boolean isBearer(@Nullable String authorization) {
		return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer");
	}

}
