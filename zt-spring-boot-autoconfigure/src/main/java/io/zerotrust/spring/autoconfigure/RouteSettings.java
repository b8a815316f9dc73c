package io.zerotrust.spring.autoconfigure;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresSenderConstrained;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.RouteRule;
import io.zerotrust.spring.web.RouteRules;

/**
 * Turns routes in properties into the annotations that would say the same.
 */
final class RouteSettings {

	private final ZtProperties properties;

	RouteSettings(ZtProperties properties) {
		this.properties = properties;
	}

	RouteRules rules() {
		List<RouteRule> rules = new ArrayList<>();
		for (int i = 0; i < this.properties.routes().size(); i++) {
			rules.add(rule("zt.routes[" + i + "]", this.properties.routes().get(i)));
		}
		if (!this.properties.publicResources().isEmpty()) {
			verify("zt.public-resources", this.properties.publicResources());
			rules.add(new RouteRule("zt.public-resources", Set.of(), Set.of(),
					new HashSet<>(this.properties.publicResources()), Set.of(), Set.of(),
					List.of(annotation(PublicAccess.class, Map.of("reason", "zt.public-resources")))));
		}
		return new RouteRules(rules, areas());
	}

	private static RouteRule rule(String origin, RouteProperties route) {
		if (route.paths().isEmpty() && route.resources().isEmpty() && route.servlets().isEmpty()
				&& route.gatewayRoutes().isEmpty()) {
			throw new MisconfigurationException(origin + " selects nothing.", "Set " + origin
					+ ".paths to patterns as they are mapped, .resources to paths of static resources, "
					+ ".servlets to names of other servlets, or .gateway-routes to ids of routes of a gateway.");
		}
		if (!route.resources().isEmpty() && !route.methods().isEmpty()) {
			throw new MisconfigurationException(
					origin + ".methods is " + route.methods() + ", but resources are only read.",
					"Remove " + origin + ".methods, or give the resources an entry of their own.");
		}
		for (String method : route.methods()) {
			if (!method.chars().allMatch((c) -> c >= 'A' && c <= 'Z')) {
				throw new MisconfigurationException(origin + ".methods has " + method + ".",
						"Write HTTP methods in capital letters, GET for example.");
			}
		}
		verify(origin + ".paths", route.paths());
		verify(origin + ".resources", route.resources());
		List<Annotation> annotations = annotations(route);
		if (annotations.isEmpty()) {
			throw new MisconfigurationException(origin + " says nothing about who may call.", "Set " + origin
					+ ".scopes, .any-scope, .roles, .any-role, .callers, .any-authenticated or .public-access.");
		}
		return new RouteRule(origin, new HashSet<>(route.paths()), new HashSet<>(route.methods()),
				new HashSet<>(route.resources()), new HashSet<>(route.servlets()), new HashSet<>(route.gatewayRoutes()),
				annotations);
	}

	private static void verify(String key, List<String> patterns) {
		for (String pattern : patterns) {
			String problem = pattern.startsWith("/") ? syntax(pattern) : "it does not start with a slash";
			if (!problem.isEmpty()) {
				throw new MisconfigurationException(key + " has " + pattern + ": " + problem + ".",
						"Write a path pattern, /orders/{id} or /docs/** for example.");
			}
		}
	}

	private static String syntax(String pattern) {
		try {
			PathPatternParser.defaultInstance.parse(pattern);
			return "";
		}
		catch (PatternParseException ex) {
			return ex.toDetailedString().lines().findFirst().orElse("no pattern");
		}
	}

	private static List<Annotation> annotations(RouteProperties route) {
		List<Annotation> annotations = new ArrayList<>();
		if (!route.scopes().isEmpty() || !route.anyScope().isEmpty()) {
			annotations.add(annotation(RequiresScope.class,
					Map.of("value", array(route.scopes()), "anyOf", array(route.anyScope()))));
		}
		if (!route.roles().isEmpty() || !route.anyRole().isEmpty()) {
			annotations.add(annotation(RequiresRole.class,
					Map.of("value", array(route.roles()), "anyOf", array(route.anyRole()))));
		}
		if (route.publicAccess() != null) {
			annotations.add(annotation(PublicAccess.class,
					Map.of("reason", route.publicAccess(), "ignoreBadCredentials", route.ignoreBadCredentials())));
		}
		if (route.anyAuthenticated() != null) {
			annotations.add(annotation(AnyAuthenticated.class, Map.of("reason", route.anyAuthenticated())));
		}
		addDemands(route, annotations);
		return annotations;
	}

	private static void addDemands(RouteProperties route, List<Annotation> annotations) {
		RouteProperties.Callers callers = route.callers();
		if (!callers.isEmpty()) {
			annotations.add(annotation(AllowedCallers.class, Map.of("value", array(callers.clients()), "roles",
					array(callers.roles()), "kinds", callers.kinds().toArray(SubjectKind[]::new))));
		}
		RouteProperties.StepUp stepUp = route.stepUp();
		Duration maxAge = stepUp.maxAge();
		if (!stepUp.acr().isEmpty() || maxAge != null) {
			Map<String, Object> said = new HashMap<>(Map.of("acr", array(stepUp.acr())));
			if (maxAge != null) {
				said.put("maxAge", maxAge.toSeconds());
			}
			annotations.add(annotation(RequiresStepUp.class, said));
		}
		if (!route.senderConstrained().isEmpty()) {
			annotations.add(annotation(RequiresSenderConstrained.class,
					Map.of("value", route.senderConstrained().toArray(SenderConstraint[]::new))));
		}
		if (route.sensitivity() != null) {
			annotations.add(annotation(Sensitivity.class, Map.of("value", route.sensitivity())));
		}
	}

	private static String[] array(List<String> texts) {
		return texts.toArray(String[]::new);
	}

	private static <A extends Annotation> A annotation(Class<A> type, Map<String, Object> attributes) {
		return AnnotationUtils.synthesizeAnnotation(attributes, type, null);
	}

	private CredentialAreas areas() {
		ZtProperties.Credentials credentials = this.properties.credentials();
		Map<CredentialKind, List<String>> areas = new EnumMap<>(CredentialKind.class);
		add(CredentialKind.SESSION, "session", credentials.session(), areas);
		add(CredentialKind.BASIC, "basic", credentials.basic(), areas);
		add(CredentialKind.X509, "x509", credentials.x509(), areas);
		return new CredentialAreas(areas);
	}

	private static void add(CredentialKind kind, String name, List<String> patterns,
			Map<CredentialKind, List<String>> areas) {
		verify("zt.credentials." + name, patterns);
		if (!patterns.isEmpty()) {
			areas.put(kind, patterns);
		}
	}

}
