package io.zerotrust.spring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.Declaration;

/**
 * The rules about static resources and mapped views. The only ones that are matched
 * against the path of a request, and only after its handler turned out to be one that
 * serves by path. Of several patterns the most specific counts.
 *
 * @since 0.1.0
 */
public final class ResourceRules {

	private final List<Rule> rules;

	ResourceRules(List<RouteRule> routes, CredentialAreas areas) {
		Map<String, List<Declaration>> byPattern = new HashMap<>();
		for (RouteRule route : routes) {
			for (String pattern : route.resources()) {
				byPattern.computeIfAbsent(pattern, (key) -> new ArrayList<>()).add(route.declaration());
			}
		}
		List<Rule> rules = new ArrayList<>();
		byPattern
			.forEach((pattern, declarations) -> rules.add(new Rule(PathPatternParser.defaultInstance.parse(pattern),
					new Ruling(declarations, areas.at(pattern)).alone())));
		rules.sort(Comparator.comparing(Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR));
		this.rules = List.copyOf(rules);
	}

	/**
	 * Whether nothing is said.
	 * @return {@code true} if no resource is served
	 */
	public boolean isEmpty() {
		return this.rules.isEmpty();
	}

	/**
	 * Return the policy of what lies at a path.
	 * @param path the path within the application
	 * @param ruled the pattern that leads there if a route rules it, else {@code null};
	 * only a rule more specific stands above that route
	 * @return the policy, or {@code null} if nothing is said about the path
	 */
	public @Nullable EndpointPolicy at(PathContainer path, @Nullable PathPattern ruled) {
		for (Rule rule : this.rules) {
			if (rule.pattern.matches(path)) {
				return rule.standsAbove(ruled) ? rule.policy : null;
			}
		}
		return null;
	}

	/**
	 * Return the policy of a pattern that is itself mapped.
	 * @param pattern the pattern of a resource handler or a view
	 * @param ruled the pattern if a route rules it, else {@code null}
	 * @return the policy, or {@code null} if nothing is said about the pattern
	 */
	public @Nullable EndpointPolicy atPattern(String pattern, @Nullable PathPattern ruled) {
		if (!PathPatternParser.defaultInstance.parse(pattern).hasPatternSyntax()) {
			return at(PathContainer.parsePath(pattern), ruled);
		}
		for (Rule rule : this.rules) {
			if (rule.pattern.getPatternString().equals(pattern)) {
				return rule.policy;
			}
		}
		return null;
	}

	/**
	 * Return the patterns something is said about.
	 * @return the patterns, the most specific first
	 */
	public List<String> patterns() {
		return this.rules.stream().map((rule) -> rule.pattern.getPatternString()).toList();
	}

	/**
	 * Return the rules that contradict each other.
	 * @return patterns and why
	 */
	public Map<String, String> conflicts() {
		Map<String, String> conflicts = new HashMap<>();
		for (Rule rule : this.rules) {
			if (!rule.policy.isCovered()) {
				conflicts.put(rule.pattern.getPatternString(), rule.policy.origin());
			}
		}
		return conflicts;
	}

	private record Rule(PathPattern pattern, EndpointPolicy policy) {

		/**
		 * For equal patterns a rule about resources speaks; beside a route it stops the
		 * start.
		 */
		boolean standsAbove(@Nullable PathPattern ruled) {
			return ruled == null || this.pattern.equals(ruled)
					|| PathPattern.SPECIFICITY_COMPARATOR.compare(this.pattern, ruled) < 0;
		}

	}

}
