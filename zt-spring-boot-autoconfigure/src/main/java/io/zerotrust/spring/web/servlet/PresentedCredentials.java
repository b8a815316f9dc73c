package io.zerotrust.spring.web.servlet;

import java.security.cert.X509Certificate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import io.zerotrust.access.CredentialKind;

/**
 * Tells how a caller without a token authenticated.
 */
final class PresentedCredentials {

	private static final String SESSION = PresentedCredentials.class.getName() + ".session";

	private static final String BASIC = "Basic ";

	private PresentedCredentials() {
	}

	/**
	 * Note who is known before any credential of the request was looked at: only a
	 * session can have said so.
	 */
	static void noteSession(HttpServletRequest request) {
		// later dispatches restore whatever the first has authenticated by
		if (request.getDispatcherType() != DispatcherType.REQUEST || request.getSession(false) == null) {
			return;
		}
		request.setAttribute(SESSION, SecurityContextHolder.getContext().getAuthentication());
	}

	static CredentialKind kind(HttpServletRequest request, @Nullable Authentication authentication) {
		if (authentication == null) {
			return CredentialKind.NONE;
		}
		if (authentication instanceof RememberMeAuthenticationToken) {
			// also in a session: nobody has logged in there
			return CredentialKind.OTHER;
		}
		if (request.getAttribute(SESSION) == authentication) {
			return CredentialKind.SESSION;
		}
		if (authentication.getCredentials() instanceof X509Certificate) {
			return CredentialKind.X509;
		}
		// whoever was known before the header was read is not known by it
		boolean read = CredentialFilter.before(request) != authentication;
		if (read && authentication instanceof UsernamePasswordAuthenticationToken && isBasic(request)) {
			return CredentialKind.BASIC;
		}
		return isKept(request, authentication) ? CredentialKind.SESSION : CredentialKind.OTHER;
	}

	/**
	 * Whether the request carries a password. Asked last: behind the firewall each look
	 * costs a scan of the header.
	 */
	private static boolean isBasic(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length());
	}

	/**
	 * Whether a login has just begun the session, and forwards now. A request that comes
	 * to the gates has no business here: what changes the context of a session changes
	 * what the session keeps.
	 */
	private static boolean isKept(HttpServletRequest request, Authentication authentication) {
		HttpSession session = request.getSession(false);
		return request.getDispatcherType() == DispatcherType.FORWARD && session != null && session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext kept
				&& kept.getAuthentication() == authentication;
	}

}
