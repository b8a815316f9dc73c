package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.matcher.RequestMatcher;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Subject;
import io.zerotrust.spring.web.servlet.Verdict.Stage;

/**
 * The gate {@code ACCESS}: the caller is authenticated, the handler is looked up, the
 * body is not read. Stands before Spring's {@code AuthorizationFilter}, whose rules hold
 * too.
 */
final class AccessGateFilter implements Filter {

	private static final Target FILTER_ENDPOINT = new Target(HandlerKind.OTHER, "filter endpoint", "filter endpoint",
			EndpointPolicy.of(Admission.PUBLIC, "filter endpoint"));

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	private final RequestMatcher filterEndpoints;

	/**
	 * Create the gate of a filter chain.
	 * @param filterEndpoints matches what other filters of the chain answer by rules of
	 * their own
	 */
	AccessGateFilter(Gatekeeper gatekeeper, Targets targets, RequestMatcher filterEndpoints) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
		this.filterEndpoints = filterEndpoints;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		// other dispatches keep the verdict; the guard compares it with what they lead to
		if (request.getDispatcherType() == DispatcherType.REQUEST && isRefused(request, response)) {
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean isRefused(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.filterEndpoints.matches(request)) {
			new Verdict(FILTER_ENDPOINT, Subject.anonymous(), Stage.PERMITTED).attachTo(request);
			return false;
		}
		Target target = this.targets.of(request);
		Subject subject = this.gatekeeper.subject();
		new Verdict(target, subject, Stage.PERMITTED).attachTo(request);
		if (target.kind() == HandlerKind.PREFLIGHT || isLeftToGuard(target, subject, request)) {
			return false;
		}
		return this.gatekeeper.refuse(this.gatekeeper.access(request, subject, target), request, response);
	}

	/**
	 * Parameters in a form body may decide on the handler, and the body is not read here.
	 * The guard decides when MVC has chosen.
	 */
	private static boolean isLeftToGuard(Target target, Subject subject, HttpServletRequest request) {
		return target.kind() == HandlerKind.UNRESOLVED && subject.isAnonymous()
				&& MappingRequest.holdsParameters(request.getContentType());
	}

}
