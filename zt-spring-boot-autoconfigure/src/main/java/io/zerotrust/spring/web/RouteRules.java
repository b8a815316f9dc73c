package io.zerotrust.spring.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.policy.Declaration;
import io.zerotrust.policy.PublicAccess;

/**
 * The rules operators wrote, looked up by the pattern that matched a request.
 *
 * @since 0.1.0
 */
public final class RouteRules {

	private static final String OTHERS = "";

	private final List<RouteRule> routes;

	private final CredentialAreas areas;

	private final ResourceRules resources;

	private final boolean silent;

	private final boolean ignoringBadCredentials;

	private final Map<String, Map<String, Ruling>> byPattern = new ConcurrentHashMap<>();

	private final Map<Named, Map<String, Ruling>> byServlet = new ConcurrentHashMap<>();

	private final Map<Named, Map<String, Ruling>> byGatewayRoute = new ConcurrentHashMap<>();

	/**
	 * Create the rules.
	 * @param routes the rules
	 * @param areas where further kinds of credential do
	 */
	public RouteRules(List<RouteRule> routes, CredentialAreas areas) {
		this.routes = List.copyOf(routes);
		this.areas = areas;
		this.resources = new ResourceRules(this.routes, areas);
		this.silent = routes.isEmpty() && areas.isEmpty();
		this.ignoringBadCredentials = routes.stream()
			.flatMap((route) -> route.annotations().stream())
			.anyMatch((said) -> said instanceof PublicAccess open && open.ignoreBadCredentials());
	}

	/**
	 * Return the single rules.
	 * @return the rules as they were written
	 */
	public List<RouteRule> routes() {
		return this.routes;
	}

	/**
	 * Return where further kinds of credential do.
	 * @return the areas
	 */
	public CredentialAreas areas() {
		return this.areas;
	}

	/**
	 * Return the rules about static resources and mapped views.
	 * @return the rules that are matched against paths
	 */
	public ResourceRules resources() {
		return this.resources;
	}

	/**
	 * Return what is said about a mapped pattern.
	 * @param pattern the pattern as it is mapped; empty if it is not known
	 * @param method the HTTP method
	 * @return the ruling, which may be empty
	 */
	public Ruling at(String pattern, String method) {
		if (this.silent || pattern.isEmpty()) {
			return Ruling.NONE;
		}
		Map<String, Ruling> known = this.byPattern.get(pattern);
		if (known == null) {
			// as many as there are mapped patterns
			known = rulings(RouteRule::paths, pattern, this.areas.at(pattern));
			this.byPattern.put(pattern, known);
		}
		return find(known, method);
	}

	/**
	 * Return what is said about a servlet beside the dispatcher servlet.
	 * @param name the name of the servlet
	 * @param pattern the pattern it is mapped at
	 * @param method the HTTP method
	 * @return the ruling, which may be empty
	 */
	public Ruling atServlet(String name, String pattern, String method) {
		return at(new Named(name, pattern), RouteRule::servlets, this.byServlet, method);
	}

	/**
	 * Return what is said about a route of a gateway.
	 * @param id the id of the route
	 * @param pattern the pattern by which the route takes the path; empty if it takes
	 * requests by something else
	 * @param method the HTTP method
	 * @return the ruling, which may be empty
	 */
	public Ruling atGatewayRoute(String id, String pattern, String method) {
		return at(new Named(id, pattern), RouteRule::gatewayRoutes, this.byGatewayRoute, method);
	}

	private Ruling at(Named selected, Function<RouteRule, Set<String>> selector,
			Map<Named, Map<String, Ruling>> rulings, String method) {
		if (this.silent) {
			return Ruling.NONE;
		}
		Map<String, Ruling> known = rulings.get(selected);
		if (known == null) {
			known = rulings(selector, selected.name(), this.areas.at(selected.pattern()));
			rulings.put(selected, known);
		}
		return find(known, method);
	}

	/**
	 * Return the methods that rules name for a mapped pattern.
	 * @param pattern the pattern as it is mapped
	 * @return HTTP methods
	 */
	public Set<String> methodsAt(String pattern) {
		return methods(RouteRule::paths, pattern);
	}

	/**
	 * Return the methods that rules name for a servlet.
	 * @param name the name of the servlet
	 * @return HTTP methods
	 */
	public Set<String> methodsAtServlet(String name) {
		return methods(RouteRule::servlets, name);
	}

	/**
	 * Return the methods that rules name for a route of a gateway.
	 * @param id the id of the route
	 * @return HTTP methods
	 */
	public Set<String> methodsAtGatewayRoute(String id) {
		return methods(RouteRule::gatewayRoutes, id);
	}

	/**
	 * Whether any rule lets bad credentials be ignored.
	 * @return {@code true} if some public route wants so
	 */
	public boolean ignoringBadCredentials() {
		return this.ignoringBadCredentials;
	}

	private Set<String> methods(Function<RouteRule, Set<String>> selector, String selected) {
		Set<String> methods = new TreeSet<>();
		for (RouteRule route : this.routes) {
			if (selector.apply(route).contains(selected)) {
				methods.addAll(route.methods());
			}
		}
		return methods;
	}

	/**
	 * A rule about GET is one about HEAD, as with mappings.
	 */
	private static Ruling find(Map<String, Ruling> rulings, String method) {
		Ruling ruling = rulings.get(method);
		if (ruling == null && "HEAD".equals(method)) {
			ruling = rulings.get("GET");
		}
		return (ruling != null) ? ruling : rulings.getOrDefault(OTHERS, Ruling.NONE);
	}

	private Map<String, Ruling> rulings(Function<RouteRule, Set<String>> selector, String selected,
			Set<CredentialKind> credentials) {
		Map<String, Ruling> rulings = new HashMap<>();
		List<RouteRule> speaking = this.routes.stream()
			.filter((route) -> selector.apply(route).contains(selected))
			.toList();
		rulings.put(OTHERS, ruling(speaking.stream().filter((route) -> route.methods().isEmpty()), credentials));
		for (RouteRule route : speaking) {
			for (String method : route.methods()) {
				rulings.put(method,
						ruling(speaking.stream().filter((other) -> other.methods().contains(method)), credentials));
			}
		}
		return Map.copyOf(rulings);
	}

	private static Ruling ruling(Stream<RouteRule> routes, Set<CredentialKind> credentials) {
		List<Declaration> declarations = routes.map(RouteRule::declaration).toList();
		return (declarations.isEmpty() && credentials.isEmpty()) ? Ruling.NONE : new Ruling(declarations, credentials);
	}

	/**
	 * What is ruled by its name, at one of its patterns; each may lie in another area.
	 */
	private record Named(String name, String pattern) {

	}

}
