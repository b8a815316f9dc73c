package io.zerotrust.spring.web.reactive;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerFormLoginAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerHttpBasicAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerX509AuthenticationConverter;
import org.springframework.security.web.server.context.ReactorContextWebFilter;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.web.server.WebFilter;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.endpoint.AreaProblems;

/**
 * Reads off filter chains which credentials they take. Spring tells nobody, so its fields
 * are read; where they cannot be, the chain is taken to read something.
 */
final class ChainAudit {

	private static final String OURS = "io.zerotrust.";

	private ChainAudit() {
	}

	static List<RouteProblem> problems(CredentialAreas areas, Map<String, List<WebFilter>> chains) {
		AreaProblems problems = new AreaProblems("NoOpServerSecurityContextRepository",
				"csrf.requireCsrfProtectionMatcher(...)");
		Set<CredentialKind> kinds = areas.kinds();
		for (CredentialKind kind : kinds) {
			if (chains.values().stream().noneMatch((filters) -> reads(filters, kind))) {
				problems.addUnread(kind);
			}
			chains.forEach((name, filters) -> {
				if (asks(filters, kind) && filters.stream().noneMatch(CsrfWebFilter.class::isInstance)) {
					problems.addUnprotected(kind, name);
				}
			});
		}
		return problems.all();
	}

	private static boolean reads(List<WebFilter> filters, CredentialKind kind) {
		return (kind == CredentialKind.SESSION) ? filters.stream().anyMatch(ChainAudit::keepsSessions)
				: asks(filters, kind) || filters.stream().anyMatch(ChainAudit::readsSomething);
	}

	private static boolean keepsSessions(WebFilter filter) {
		return filter instanceof ReactorContextWebFilter
				&& ReactiveChains.field(filter, "repository") instanceof WebSessionServerSecurityContextRepository;
	}

	/**
	 * Whether it is a filter of the application that reads credentials of whatever kind.
	 */
	private static boolean readsSomething(WebFilter filter) {
		if (!(filter instanceof AuthenticationWebFilter) || filter.getClass().getName().startsWith(OURS)) {
			return false;
		}
		Object converter = converter(filter);
		return converter == null || !(converter instanceof ServerBearerTokenAuthenticationConverter
				|| converter instanceof ServerFormLoginAuthenticationConverter
				|| converter instanceof ServerHttpBasicAuthenticationConverter
				|| converter instanceof ServerX509AuthenticationConverter
				|| converter.getClass().getName().startsWith(OURS));
	}

	private static boolean asks(List<WebFilter> filters, CredentialKind kind) {
		return filters.stream().anyMatch((filter) -> asks(filter, kind));
	}

	private static boolean asks(WebFilter filter, CredentialKind kind) {
		if (!(filter instanceof AuthenticationWebFilter)) {
			return false;
		}
		return switch (kind) {
			// OAuth 2 login extends what form login uses
			case SESSION -> filter.getClass() != AuthenticationWebFilter.class
					&& filter.getClass().getName().startsWith("org.springframework.security.oauth2.client.")
					|| converter(filter) instanceof ServerFormLoginAuthenticationConverter;
			case BASIC -> converter(filter) instanceof ServerHttpBasicAuthenticationConverter;
			case X509 -> converter(filter) instanceof ServerX509AuthenticationConverter;
			case NONE, JWT, OPAQUE_TOKEN, PREBUILT, OTHER -> throw new IllegalStateException("no area: " + kind);
		};
	}

	private static @Nullable Object converter(WebFilter filter) {
		return ReactiveChains.field(filter, "authenticationConverter");
	}

}
