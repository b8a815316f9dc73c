package io.zerotrust.spring.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;

/**
 * Notices requests that another site may have made the browser send: they change
 * something, carry what browsers send by themselves (cookies, passwords they keep,
 * certificates), and no CSRF protection has seen them.
 *
 * @since 0.1.0
 */
public final class CsrfWatch {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<CredentialKind> SENT_BY_BROWSERS = Set.of(CredentialKind.SESSION, CredentialKind.BASIC,
			CredentialKind.X509);

	private static final Deny UNPROTECTED = Deny.of(new Reason("credential.csrf-unprotected",
			"the filter chain has no CSRF protection, and browsers send this credential for other sites too"));

	private CsrfWatch() {
	}

	/**
	 * Return the refusal of an unprotected request.
	 * @param subject who asks
	 * @param method the method of the request
	 * @param seen whether CSRF protection has seen the request
	 * @return the refusal, or {@code null} if it is protected or needs no protection
	 */
	public static @Nullable Refusal refusal(Subject subject, String method, boolean seen) {
		boolean watched = SENT_BY_BROWSERS.contains(subject.credential().kind()) && !SAFE.contains(method);
		return (watched && !seen) ? UNPROTECTED : null;
	}

}
