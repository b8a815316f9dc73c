package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.util.Enumeration;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Subject;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.token.TokenReading;
import io.zerotrust.spring.web.CredentialRules;
import io.zerotrust.spring.web.PresentedToken;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Looks at the credential just before the bearer filter does. A token on top of another
 * authentication is refused, because Spring would add the authorities of both up; on
 * endpoints that ignore bad credentials the credential is dropped unread.
 */
final class CredentialFilter extends RequestFilter {

	private static final String BEFORE = CredentialFilter.class.getName() + ".before";

	private static final String NOTED = CredentialFilter.class.getName() + ".ambiguous";

	private static final Target FILTER_ENDPOINT = new Target(HandlerKind.FILTER_ENDPOINT, "filter endpoint",
			"filter endpoint", EndpointPolicy.of(Admission.PUBLIC, "filter endpoint"));

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	private final RequestMatcher filterEndpoints;

	private final boolean proofs;

	private final CredentialRules rules;

	/**
	 * Create the filter of a chain.
	 * @param filterEndpoints matches what other filters of the chain answer by rules of
	 * their own, about credentials too
	 * @param proofs whether the chain verifies proofs of possession
	 * @param reading reads tokens that nobody of zt decodes
	 */
	CredentialFilter(Gatekeeper gatekeeper, Targets targets, RequestMatcher filterEndpoints, boolean proofs,
			TokenReading reading) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
		this.filterEndpoints = filterEndpoints;
		this.proofs = proofs;
		this.rules = new CredentialRules(proofs || gatekeeper.observes(), reading);
	}

	boolean knowsProofs() {
		return this.proofs;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getDispatcherType() != DispatcherType.REQUEST) {
			chain.doFilter(request, response);
			return;
		}
		if (this.filterEndpoints.matches(request)) {
			Verdicts.attach(new Verdict(FILTER_ENDPOINT, Subject.anonymous(), Stage.PERMITTED), request);
			chain.doFilter(request, response);
			return;
		}
		if (request.getAttribute(NOTED) != null && this.gatekeeper
			.refuse(this.gatekeeper.record(request, CredentialRules.AMBIGUOUS), request, response)) {
			return;
		}
		Authentication before = authenticated();
		request.setAttribute(BEFORE, before);
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (before != null && PresentedToken.isMeant(authorization)
				&& this.gatekeeper.refuse(this.gatekeeper.record(request, CredentialRules.MIXED), request, response)) {
			return;
		}
		if (!ignoresCredentials(request)) {
			Challenge objection = this.rules.objection(authorization, request.getQueryString());
			if (objection == null
					|| !this.gatekeeper.refuse(this.gatekeeper.record(request, objection), request, response)) {
				chain.doFilter(request, response);
			}
			return;
		}
		if (authorization != null) {
			Exchange.noteDropped(request);
		}
		chain.doFilter(new NoCredentialsRequest(request), response);
	}

	/**
	 * Note that a request has several credentials (RFC 6750 B2, RFC 9449 D18). Looks at
	 * the request as it came: behind the firewall each look costs a scan of the header.
	 */
	static void noteAmbiguity(HttpServletRequest request) {
		Enumeration<String> values = request.getHeaders(HttpHeaders.AUTHORIZATION);
		if (values != null && values.hasMoreElements()) {
			values.nextElement();
			if (values.hasMoreElements()) {
				request.setAttribute(NOTED, Boolean.TRUE);
			}
		}
	}

	private boolean ignoresCredentials(HttpServletRequest request) {
		return !this.gatekeeper.observes() && this.targets.ignoringBadCredentials()
				&& this.targets.of(request).policy().ignoreBadCredentials();
	}

	/**
	 * Return the refusal of a request that a token was put on top of another
	 * authentication of, wherever the application lets tokens be read from.
	 * @return the refusal, or {@code null} if there is nothing to refuse
	 */
	static @Nullable Refusal mixed(HttpServletRequest request, Subject subject) {
		Object before = before(request);
		boolean replaced = before != null && before != authenticated();
		return (replaced && subject.credential().kind().isToken()) ? CredentialRules.MIXED : null;
	}

	/**
	 * Return who was known before tokens and passwords were looked at.
	 */
	static @Nullable Object before(HttpServletRequest request) {
		return request.getAttribute(BEFORE);
	}

	private static @Nullable Authentication authenticated() {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		boolean known = current != null && current.isAuthenticated()
				&& !(current instanceof AnonymousAuthenticationToken);
		return known ? current : null;
	}

}
