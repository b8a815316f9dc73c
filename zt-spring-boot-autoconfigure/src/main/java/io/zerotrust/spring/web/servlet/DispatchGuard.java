package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import io.zerotrust.access.Subject;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Stands before every handler, before its arguments are bound: the handler that is about
 * to run is the one that was decided on, or it is decided on now. Covers what the look
 * ahead cannot see: filters that change the request, form parameters, forwards, includes,
 * asynchronous dispatches elsewhere. Writes refusals itself, so that no exception handler
 * can turn them into something else.
 */
final class DispatchGuard implements HandlerInterceptor {

	private static final String SEEN = DispatchGuard.class.getName() + ".pattern";

	private static final Deny UNLISTED = Deny
		.of(new Reason("resource.unlisted", "not under zt.public-resources, so not there when enforced"));

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	DispatchGuard(Gatekeeper gatekeeper, Targets targets) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws Exception {
		Target actual = this.targets.of(handler, ownPattern(request), request);
		if (actual.kind() == HandlerKind.PREFLIGHT || isErrorPage(actual, request)) {
			return true;
		}
		Verdict verdict = Verdicts.of(request);
		Subject subject = subject(verdict, request);
		boolean decided = verdict != null && verdict.isPermitted() && actual.leadsTo(verdict.target());
		if (!decided
				&& isRefused(subject, actual.about(HandlerResolver.objects(request, handler)), request, response)) {
			return false;
		}
		if (request.getDispatcherType() != DispatcherType.INCLUDE) {
			Verdicts.attach(new Verdict(actual, subject, Stage.DISPATCHED), request);
		}
		if (actual.isNothing() && !this.gatekeeper.observes()) {
			// an unlisted resource is not there, and MVC says so as for any other path
			throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(),
					"unlisted");
		}
		return true;
	}

	private boolean isRefused(Subject subject, Target target, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		return this.gatekeeper.refuse(this.gatekeeper.access(request, subject, target), request, response);
	}

	/**
	 * Reports an unlisted resource that observing has served. Only now is it known that
	 * there is one.
	 */
	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		if (!this.gatekeeper.observes() || response.getStatus() >= 400) {
			return;
		}
		Target actual = this.targets.of(handler, pattern(request), request);
		if (actual.isNothing()) {
			this.gatekeeper.record(request, UNLISTED);
		}
	}

	private static boolean isErrorPage(Target target, HttpServletRequest request) {
		return target.kind() == HandlerKind.ERROR_CONTROLLER && request.getDispatcherType() == DispatcherType.ERROR;
	}

	private Subject subject(@Nullable Verdict verdict, HttpServletRequest request) {
		return (verdict != null && !verdict.subject().isAnonymous()) ? verdict.subject()
				: this.gatekeeper.subject(request);
	}

	/**
	 * Return the pattern MVC has set for this dispatch. A functional route without one
	 * leaves that of the dispatch before, told by being our copy.
	 */
	@SuppressWarnings("StringOperationCanBeSimplified")
	private static String ownPattern(HttpServletRequest request) {
		Object reported = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (reported == null || reported == request.getAttribute(SEEN)) {
			return "";
		}
		String copy = new String(reported.toString());
		request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, copy);
		request.setAttribute(SEEN, copy);
		return copy;
	}

	private static String pattern(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : "";
	}

}
