package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.ResourceRules;
import io.zerotrust.spring.web.RouteRules;

/**
 * The policies of static resources and mapped views. What lies at a path that no rule
 * names is not there.
 */
final class ResourcePolicies {

	private final RouteRules routes;

	private final ResourceRules rules;

	ResourcePolicies(RouteRules routes) {
		this.routes = routes;
		this.rules = routes.resources();
	}

	/**
	 * Return the policy of what a request reads, absent if there is no rule.
	 */
	EndpointPolicy policyOf(String pattern, HttpServletRequest request) {
		EndpointPolicy policy = at(request);
		return (policy != null) ? policy : mapped(pattern, request.getMethod());
	}

	/**
	 * Return the policy of a mapped view, which may be ruled as a handler too.
	 */
	@Nullable EndpointPolicy at(HttpServletRequest request) {
		if (this.rules.isEmpty()) {
			return null;
		}
		MappingRequest isolated = new MappingRequest(request);
		RequestPath path = ServletRequestPathUtils.parseAndCache(isolated);
		return this.rules.at(path.pathWithinApplication());
	}

	/**
	 * Return the policy of everything a pattern leads to, as far as it is one.
	 */
	EndpointPolicy policyOf(String pattern) {
		EndpointPolicy policy = this.rules.atPattern(pattern);
		return (policy != null) ? policy : mapped(pattern, "GET");
	}

	private EndpointPolicy mapped(String pattern, String method) {
		EndpointPolicy policy = this.routes.at(pattern, method).alone();
		return (policy.admission() == Admission.UNCOVERED) ? EndpointPolicy.absent() : policy;
	}

}
