package io.zerotrust.spring.web.servlet;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.spring.web.servlet.Verdict.Stage;

/**
 * Leaves refusals to the filter chain where people use a browser: its entry point knows
 * the login page, its access-denied handler the page that says no. Refused they are.
 */
final class ChainAnswers {

	private static final String ATTRIBUTE = ChainAnswers.class.getName();

	private ChainAnswers() {
	}

	/**
	 * Return the refusal that was left to the chain.
	 */
	static @Nullable Evaluation leftTo(HttpServletRequest request) {
		return (Evaluation) request.getAttribute(ATTRIBUTE);
	}

	/**
	 * Leave the refusal to the chain, if the endpoint takes credentials that the chain
	 * can ask for.
	 * @return what to throw, or {@code null} if the answer is ours
	 */
	static @Nullable RuntimeException leave(Evaluation evaluation, Target target, HttpServletRequest request) {
		boolean askable = target.policy().credentials().contains(CredentialKind.SESSION)
				|| target.policy().credentials().contains(CredentialKind.BASIC);
		if (!askable || !target.isRuled()) {
			return null;
		}
		RuntimeException left = exception(evaluation, request);
		if (left != null) {
			new Verdict(target, evaluation.request().subject(), Stage.REFUSED).attachTo(request);
			request.setAttribute(ATTRIBUTE, evaluation);
		}
		return left;
	}

	private static @Nullable RuntimeException exception(Evaluation evaluation, HttpServletRequest request) {
		Subject subject = evaluation.request().subject();
		boolean session = subject.credential().kind() == CredentialKind.SESSION;
		if (evaluation.decision() instanceof Challenge challenge && isLogin(challenge, subject, request)) {
			return new InsufficientAuthenticationException(challenge.reason().code());
		}
		if (evaluation.decision() instanceof Deny deny && session && wantsPage(request)) {
			return new AccessDeniedException(deny.reason().code());
		}
		return null;
	}

	/**
	 * Whether a login would help: the caller is unknown or only remembered, or logged in
	 * too long ago.
	 */
	private static boolean isLogin(Challenge challenge, Subject subject, HttpServletRequest request) {
		CredentialKind kind = subject.credential().kind();
		return switch (challenge.proof()) {
			case MISSING -> kind == CredentialKind.NONE || kind == CredentialKind.OTHER;
			case WEAK -> kind == CredentialKind.SESSION && challenge.acr().isEmpty() && wantsPage(request);
			case INVALID, MALFORMED -> false;
		};
	}

	private static boolean wantsPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML_VALUE);
	}

}
