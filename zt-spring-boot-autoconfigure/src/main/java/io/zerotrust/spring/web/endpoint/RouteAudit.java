package io.zerotrust.spring.web.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.RouteRule;
import io.zerotrust.spring.web.RouteRules;

/**
 * Holds the rules operators wrote against what is mapped. A rule that rules nothing is a
 * mistake its author should hear of.
 *
 * @since 0.1.0
 */
public final class RouteAudit {

	private static final int MOST_SUGGESTIONS = 5;

	private final RouteRules routes;

	private final List<MappedHandler> mapped;

	private final boolean servletsKnown;

	private final List<RouteProblem> problems = new ArrayList<>();

	/**
	 * @param servletsKnown whether there is a container that has registered servlets
	 */
	public RouteAudit(RouteRules routes, List<MappedHandler> mapped, boolean servletsKnown) {
		this.routes = routes;
		this.mapped = mapped;
		this.servletsKnown = servletsKnown;
	}

	public List<RouteProblem> problems() {
		for (RouteRule route : this.routes.routes()) {
			new TreeSet<>(route.paths()).forEach((path) -> verifyPath(route, path));
			new TreeSet<>(route.gatewayRoutes()).forEach((id) -> verifyGatewayRoute(route, id));
			if (this.servletsKnown) {
				new TreeSet<>(route.servlets()).forEach((servlet) -> verifyServlet(route, servlet));
			}
		}
		this.routes.resources()
			.conflicts()
			.forEach((pattern, why) -> add("Nobody can read resources under " + pattern + ": " + why + ".",
					"Let one entry of zt.routes speak for " + pattern + ", with one rule about who may read."));
		if (this.servletsKnown) {
			// servlets may lie in areas too
			verifyAreas();
		}
		return this.problems;
	}

	private void verifyPath(RouteRule route, String path) {
		List<MappedHandler> selected = at(path);
		if (selected.isEmpty()) {
			boolean ruled = this.mapped.stream().anyMatch((handler) -> handler.pattern().equals(path));
			add(route.origin() + ".paths has " + path + ", "
					+ (ruled ? "which other keys rule." : "which no handler is mapped at."), instead(path, ruled));
			return;
		}
		verifyAlone(route, path, selected);
		for (String method : new TreeSet<>(route.methods())) {
			if (selected.stream().noneMatch((handler) -> handler.isMappedFor(method))) {
				add(route.origin() + ".methods has " + method + ", for which " + path + " is not mapped.",
						"Use one of " + methods(selected) + ", or remove the entry.");
			}
		}
		Set<String> named = this.routes.methodsAt(path);
		boolean nothingLeft = selected.stream()
			.noneMatch((handler) -> handler.methods().isEmpty() || !named.containsAll(handler.methods()));
		if (route.methods().isEmpty() && nothingLeft) {
			add(route.origin() + " is never asked about " + path + ": other routes name all its methods, " + named
					+ ".", "Remove " + path + " from " + route.origin() + ", or methods from the others.");
		}
	}

	private void verifyAlone(RouteRule route, String path, List<MappedHandler> selected) {
		boolean byPath = selected.stream()
			.anyMatch((handler) -> handler.kind() == EndpointKind.RESOURCES || handler.kind() == EndpointKind.HANDLER);
		if (byPath && this.routes.resources().patterns().contains(path)) {
			add(route.origin() + ".paths has " + path + ", about which a rule for resources speaks too.",
					"Name " + path + " in one of .paths, .resources and zt.public-resources.");
		}
	}

	private List<MappedHandler> at(String path) {
		return this.mapped.stream()
			.filter((handler) -> handler.takesRoutes() && handler.pattern().equals(path))
			.toList();
	}

	private static Set<String> methods(List<MappedHandler> handlers) {
		return handlers.stream()
			.flatMap((handler) -> handler.methods().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private String instead(String path, boolean ruled) {
		if (ruled) {
			return "Remove it. For Actuator endpoints see zt.actuator, for servlets zt.routes[*].servlets.";
		}
		Set<String> similar = this.mapped.stream()
			.filter(MappedHandler::takesRoutes)
			.map(MappedHandler::pattern)
			.filter((pattern) -> isSimilar(pattern, path))
			.limit(MOST_SUGGESTIONS)
			.collect(Collectors.toCollection(TreeSet::new));
		String advice = "Write the pattern as it is mapped, without context path and servlet path";
		return similar.isEmpty() ? advice + "; for static resources use zt.routes[*].resources."
				: advice + ". Similar ones are " + similar + ".";
	}

	private static boolean isSimilar(String pattern, String path) {
		String one = bare(pattern);
		String other = bare(path);
		return !one.isEmpty() && (one.equals(other) || other.endsWith(one) || one.endsWith(other)
				|| one.startsWith(other) || other.startsWith(one));
	}

	/**
	 * The pattern without what is easily mistaken: names of variables, case, slashes at
	 * the end.
	 */
	private static String bare(String pattern) {
		String bare = pattern.replaceAll("\\{[^/]*}", "{}").toLowerCase(Locale.ROOT);
		return bare.replaceAll("(/|/\\*\\*)$", "");
	}

	private void verifyGatewayRoute(RouteRule route, String id) {
		Set<String> known = names(EndpointKind.GATEWAY_ROUTE);
		if (!known.contains(id)) {
			add(route.origin() + ".gateway-routes has " + id + ", which is the id of no route of a gateway.",
					known.isEmpty() ? "Remove it; there is no such route." : "Use one of " + known + ".");
		}
	}

	private void verifyServlet(RouteRule route, String servlet) {
		Set<String> known = names(EndpointKind.SERVLET);
		if (!known.contains(servlet)) {
			add(route.origin() + ".servlets has " + servlet + ", which is no servlet beside the dispatcher servlet.",
					known.isEmpty() ? "Remove it; there is no other servlet." : "Use one of " + known + ".");
		}
	}

	private Set<String> names(EndpointKind kind) {
		return this.mapped.stream()
			.filter((handler) -> handler.kind() == kind)
			.map(MappedHandler::handler)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private void verifyAreas() {
		this.routes.areas()
			.boundless()
			.forEach((kind, patterns) -> add(
					"zt.credentials." + kind.name().toLowerCase(Locale.ROOT) + " has " + patterns
							+ ", which selects every handler there is.",
					"Write the patterns of the part that needs it, /backoffice/** for example."));
		Set<String> patterns = this.mapped.stream()
			.filter((handler) -> handler.takesRoutes() || handler.kind() == EndpointKind.SERVLET
					|| handler.kind() == EndpointKind.GATEWAY_ROUTE)
			.map(MappedHandler::pattern)
			.collect(Collectors.toSet());
		this.routes.resources().patterns().forEach(patterns::add);
		for (Map.Entry<?, List<String>> unused : this.routes.areas().unused(patterns).entrySet()) {
			String key = "zt.credentials." + unused.getKey().toString().toLowerCase(Locale.ROOT);
			add(key + " has " + unused.getValue() + ", under which no handler is mapped.",
					"Write patterns that select mapped patterns, /backoffice/** for example.");
		}
	}

	private void add(String description, String action) {
		this.problems.add(new RouteProblem(description, action));
	}

}
