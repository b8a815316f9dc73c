package io.zerotrust.spring.web.servlet;

import java.util.List;
import java.util.Set;

import jakarta.servlet.Filter;

import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.x509.X509AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.endpoint.AreaProblems;

/**
 * Holds the filter chains against what operators say about credentials: somebody must be
 * able to read them, and what browsers send by themselves needs CSRF protection.
 */
final class ChainAudit {

	private final Set<CredentialKind> kinds;

	private final List<SecurityFilterChain> chains;

	ChainAudit(CredentialAreas areas, FilterChainProxy proxy) {
		this.kinds = areas.kinds();
		this.chains = proxy.getFilterChains();
	}

	List<RouteProblem> problems() {
		AreaProblems problems = new AreaProblems("SessionCreationPolicy.STATELESS",
				"csrf.ignoringRequestMatchers(...)");
		for (CredentialKind kind : this.kinds) {
			if (this.chains.stream().noneMatch((chain) -> reads(chain, kind))) {
				problems.addUnread(kind);
			}
			for (SecurityFilterChain chain : this.chains) {
				if (asks(chain, kind) && noneIs(chain, CsrfFilter.class)) {
					problems.addUnprotected(kind, FilterChains.name(chain));
				}
			}
		}
		return problems.all();
	}

	private static boolean reads(SecurityFilterChain chain, CredentialKind kind) {
		return (kind == CredentialKind.SESSION)
				? chain.getFilters()
					.stream()
					.anyMatch((filter) -> filter instanceof AccessGateFilter gate && gate.knowsSessions())
				: asks(chain, kind) || readsSomething(chain);
	}

	/**
	 * Whether a filter of the application reads credentials of whatever kind. One of
	 * these filters is Spring's, for proofs of possession.
	 */
	private static boolean readsSomething(SecurityFilterChain chain) {
		long filters = chain.getFilters().stream().filter(AuthenticationFilter.class::isInstance).count();
		boolean proofs = chain.getFilters()
			.stream()
			.anyMatch((filter) -> filter instanceof CredentialFilter credentials && credentials.knowsProofs());
		return filters > (proofs ? 1 : 0);
	}

	private static boolean asks(SecurityFilterChain chain, CredentialKind kind) {
		return !noneIs(chain, switch (kind) {
			// form login, OAuth 2 and SAML login
			case SESSION -> AbstractAuthenticationProcessingFilter.class;
			case BASIC -> BasicAuthenticationFilter.class;
			case X509 -> X509AuthenticationFilter.class;
			case NONE, JWT, OPAQUE_TOKEN, PREBUILT, OTHER -> throw new IllegalStateException("no area: " + kind);
		});
	}

	private static boolean noneIs(SecurityFilterChain chain, Class<? extends Filter> type) {
		return chain.getFilters().stream().noneMatch(type::isInstance);
	}

}
