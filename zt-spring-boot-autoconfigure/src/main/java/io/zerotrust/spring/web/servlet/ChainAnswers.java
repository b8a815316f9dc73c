package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.check.Evaluation;
import io.zerotrust.spring.web.LeftRefusal;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

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
		RuntimeException left = LeftRefusal.exception(evaluation, request.getHeader(HttpHeaders.ACCEPT));
		if (left != null) {
			Verdicts.attach(new Verdict(target, evaluation.request().subject(), Stage.REFUSED), request);
			request.setAttribute(ATTRIBUTE, evaluation);
		}
		return left;
	}

}
