package io.zerotrust.spring.web.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.ResourceRules;
import io.zerotrust.spring.web.RouteRules;

/**
 * The policies of static resources and mapped views. What lies at a path that no rule
 * names is not there.
 *
 * @since 0.1.0
 */
public final class ResourcePolicies {

	private final RouteRules routes;

	private final ResourceRules rules;

	private final Map<String, PathPattern> mapped = new ConcurrentHashMap<>();

	public ResourcePolicies(RouteRules routes) {
		this.routes = routes;
		this.rules = routes.resources();
	}

	/**
	 * Return the policy of what a request reads, absent if there is no rule.
	 * @param pattern the pattern it is mapped at; empty if it is not known
	 * @param method the method of the request
	 * @param path the path of the request within the application
	 * @return the policy
	 */
	public EndpointPolicy policyOf(String pattern, String method, Supplier<PathContainer> path) {
		EndpointPolicy policy = at(pattern, method, path);
		return (policy != null) ? policy : mapped(pattern, method);
	}

	/**
	 * Return the policy of a mapped view, which may be ruled as a handler too. A route
	 * that rules what is mapped stands above wider rules about resources.
	 * @param pattern the pattern it is mapped at; empty if it is not known
	 * @param method the method of the request
	 * @param path the path of the request within the application
	 * @return the policy, or {@code null} if no rule is about resources there
	 */
	public @Nullable EndpointPolicy at(String pattern, String method, Supplier<PathContainer> path) {
		if (this.rules.isEmpty()) {
			return null;
		}
		return this.rules.at(path.get(), ruled(pattern, method));
	}

	/**
	 * Return the pattern if a route rules it.
	 */
	private @Nullable PathPattern ruled(String pattern, String method) {
		if (mapped(pattern, method).admission() == Admission.ABSENT) {
			return null;
		}
		PathPattern known = this.mapped.get(pattern);
		if (known == null) {
			known = PathPatternParser.defaultInstance.parse(pattern);
			this.mapped.put(pattern, known);
		}
		return known;
	}

	/**
	 * Return the policy of everything a pattern leads to, as far as it is one.
	 */
	public EndpointPolicy policyOf(String pattern) {
		EndpointPolicy policy = this.rules.atPattern(pattern, ruled(pattern, "GET"));
		return (policy != null) ? policy : mapped(pattern, "GET");
	}

	private EndpointPolicy mapped(String pattern, String method) {
		EndpointPolicy policy = this.routes.at(pattern, method).alone();
		return (policy.admission() == Admission.UNCOVERED) ? EndpointPolicy.absent() : policy;
	}

}
