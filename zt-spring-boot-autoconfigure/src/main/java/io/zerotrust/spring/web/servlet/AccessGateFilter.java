package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.DeferredCsrfToken;

import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.web.CsrfWatch;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * The gate {@code ACCESS}: the caller is authenticated, the handler is looked up, the
 * body is not read. Stands before Spring's {@code AuthorizationFilter}, whose rules hold
 * too.
 */
final class AccessGateFilter extends RequestFilter {

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	private final boolean sessions;

	/**
	 * Create the filter of a chain.
	 * @param sessions whether the chain knows callers by their session
	 */
	AccessGateFilter(Gatekeeper gatekeeper, Targets targets, boolean sessions) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
		this.sessions = sessions;
	}

	boolean knowsSessions() {
		return this.sessions;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		// other dispatches keep the verdict; the guard compares it with what they lead to
		if (request.getDispatcherType() == DispatcherType.REQUEST && isRefused(request, response)) {
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean isRefused(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Verdict known = Verdicts.of(request);
		if (known != null && known.target().kind() == HandlerKind.FILTER_ENDPOINT) {
			return false;
		}
		Target target = this.targets.of(request);
		Subject subject = this.gatekeeper.subject(request);
		Verdicts.attach(new Verdict(target, subject, Stage.ASKED), request);
		if (refuse(CredentialFilter.mixed(request, subject), request, response)) {
			return true;
		}
		boolean asked = target.kind() != HandlerKind.PREFLIGHT && !isLeftToGuard(target, subject);
		if (asked && isRefused(this.gatekeeper.access(request, subject, target), target, request, response)) {
			return true;
		}
		if (refuse(CsrfWatch.refusal(subject, request.getMethod(), hasCsrfProtection(request)), request, response)) {
			return true;
		}
		Verdicts.attach(new Verdict(target, subject, Stage.PERMITTED), request);
		return isNotFound(target, response);
	}

	private boolean isRefused(Evaluation evaluation, Target target, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		RuntimeException left = ChainAnswers.leave(evaluation, target, request);
		if (left != null) {
			throw left;
		}
		return this.gatekeeper.refuse(evaluation, request, response);
	}

	private boolean refuse(@Nullable Refusal refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		return refusal != null && this.gatekeeper.refuse(this.gatekeeper.record(request, refusal), request, response);
	}

	/**
	 * Spring's filter leaves its mark also where the application wants no token.
	 */
	private static boolean hasCsrfProtection(HttpServletRequest request) {
		return request.getAttribute(DeferredCsrfToken.class.getName()) != null;
	}

	/**
	 * Parameters in a form body may decide on the handler, and the body is not read here.
	 * The guard decides when MVC has chosen.
	 */
	private static boolean isLeftToGuard(Target target, Subject subject) {
		return target.kind() == HandlerKind.BY_FORM && subject.isAnonymous();
	}

	/**
	 * Where MVC has nothing, nothing else behind us may answer either.
	 */
	private boolean isNotFound(Target target, HttpServletResponse response) throws IOException {
		if (!target.isNothing() || this.gatekeeper.observes()) {
			return false;
		}
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
		return true;
	}

}
