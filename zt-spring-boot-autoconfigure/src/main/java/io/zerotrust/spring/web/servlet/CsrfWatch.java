package io.zerotrust.spring.web.servlet;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.DeferredCsrfToken;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;

/**
 * Notices requests that another site may have made the browser send: they change
 * something, carry what browsers send by themselves (cookies, passwords they keep,
 * certificates), and no CSRF protection has seen them.
 */
final class CsrfWatch {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<CredentialKind> SENT_BY_BROWSERS = Set.of(CredentialKind.SESSION, CredentialKind.BASIC,
			CredentialKind.X509);

	private static final Deny UNPROTECTED = Deny.of(new Reason("credential.csrf-unprotected",
			"the filter chain has no CSRF protection, and browsers send this credential for other sites too"));

	private CsrfWatch() {
	}

	/**
	 * Return the refusal of an unprotected request, {@code null} if it is none.
	 */
	static @Nullable Refusal refusal(HttpServletRequest request, Subject subject) {
		boolean watched = SENT_BY_BROWSERS.contains(subject.credential().kind()) && !SAFE.contains(request.getMethod());
		// the mark of Spring's filter, left also where the application wants no token
		return (watched && request.getAttribute(DeferredCsrfToken.class.getName()) == null) ? UNPROTECTED : null;
	}

}
