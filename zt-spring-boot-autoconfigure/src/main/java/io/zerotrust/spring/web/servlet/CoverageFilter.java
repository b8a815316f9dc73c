package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * The net behind Spring Security: a request that met no gate is refused. That is what
 * becomes of paths no chain matches, of hand-built and of ignoring chains.
 */
final class CoverageFilter extends RequestFilter {

	private static final Deny UNGUARDED = Deny
		.of(new Reason("coverage.unguarded", "no security filter chain with our gates has seen the request"));

	private static final Deny BESIDE = Deny
		.of(new Reason("coverage.servlet", "dispatched to a servlet beside the dispatcher servlet"));

	private final Gatekeeper gatekeeper;

	CoverageFilter(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Verdict verdict = Verdicts.of(request);
		Deny refusal = switch (request.getDispatcherType()) {
			case REQUEST -> (verdict != null && verdict.isPermitted()) ? null : UNGUARDED;
			case ASYNC -> (verdict != null && verdict.isPermitted()) ? beside(request) : UNGUARDED;
			case FORWARD, INCLUDE -> beside(request);
			case ERROR -> null;
		};
		if (refusal != null && this.gatekeeper.refuse(this.gatekeeper.record(request, refusal), request, response)) {
			return;
		}
		chain.doFilter(request, response);
	}

	/**
	 * A dispatch may not leave MVC for a servlet that callers could address themselves;
	 * what lies under WEB-INF, views most often, they cannot.
	 */
	private static @Nullable Deny beside(HttpServletRequest request) {
		boolean view = Servlets.path(request).startsWith("/WEB-INF/");
		return (view || Servlets.beside(request).isEmpty()) ? null : BESIDE;
	}

}
