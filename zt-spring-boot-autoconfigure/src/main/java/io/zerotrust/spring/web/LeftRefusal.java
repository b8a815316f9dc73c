package io.zerotrust.spring.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Refusal;

/**
 * Tells which refusals a filter chain may put into words itself, and what it has to be
 * told: a login is missing, or the page that says no is wanted.
 *
 * @since 0.1.0
 */
public final class LeftRefusal {

	private LeftRefusal() {
	}

	/**
	 * Return what to throw at the chain.
	 * @param evaluation what a gate decided
	 * @param accept the value of the {@code Accept} header, or {@code null} if there is
	 * none
	 * @return the exception, or {@code null} if there is no refusal or its answer is ours
	 */
	public static @Nullable RuntimeException exception(Evaluation evaluation, @Nullable String accept) {
		if (!(evaluation.decision() instanceof Refusal refusal)) {
			return null;
		}
		CredentialKind kind = evaluation.request().subject().credential().kind();
		String code = refusal.reason().code();
		boolean unknown = kind == CredentialKind.NONE || kind == CredentialKind.OTHER;
		if (unknown && RefusalProblem.wantsCredential(refusal)) {
			return new InsufficientAuthenticationException(code);
		}
		if (kind != CredentialKind.SESSION || !wantsPage(accept)) {
			return null;
		}
		if (RefusalProblem.wantsFreshLogin(refusal)) {
			return new InsufficientAuthenticationException(code);
		}
		return (refusal instanceof Deny) ? new AccessDeniedException(code) : null;
	}

	private static boolean wantsPage(@Nullable String accept) {
		return accept != null && accept.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML_VALUE);
	}

}
