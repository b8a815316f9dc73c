package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;

import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.endpoint.RouteAudit;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * Looks at the application before it serves: what is mapped, which rules rule something,
 * which chains read credentials safely.
 *
 * @since 0.1.0
 */
public final class ServletInspection {

	private final ConfigurableApplicationContext context;

	private final HandlerResolver resolver;

	private final RouteRules routes;

	private final EndpointScanner scanner;

	private final SystemHandlers system;

	private final Iterable<String> filterEndpoints;

	ServletInspection(ConfigurableApplicationContext context, HandlerResolver resolver, RouteRules routes,
			EndpointScanner scanner, SystemHandlers system, Iterable<String> filterEndpoints) {
		this.context = context;
		this.resolver = resolver;
		this.routes = routes;
		this.scanner = scanner;
		this.system = system;
		this.filterEndpoints = filterEndpoints;
	}

	/**
	 * Return the methods of controllers that are mapped.
	 * @return the methods, as the mappings know them
	 */
	public Set<Method> mappedMethods() {
		Set<Method> methods = new HashSet<>();
		for (HandlerMapping mapping : this.resolver.singleMappings(this.context)) {
			if (mapping instanceof AbstractHandlerMethodMapping<?> mapped) {
				mapped.getHandlerMethods().values().forEach((handler) -> methods.add(handler.getMethod()));
			}
		}
		return methods;
	}

	/**
	 * Take stock of the mapped handlers.
	 * @return the inventory
	 */
	public EndpointInventory inventory() {
		List<Endpoint> endpoints = new ArrayList<>();
		this.scanner.scan(this.context, this.filterEndpoints)
			.forEach((handler) -> endpoints.addAll(handler.endpoints(this.routes)));
		return new EndpointInventory(endpoints);
	}

	/**
	 * Return what is wrong with the rules operators wrote.
	 * @return the problems; empty if every rule rules something
	 */
	public List<RouteProblem> routeProblems() {
		return new RouteAudit(this.routes, this.scanner.scan(this.context, this.filterEndpoints),
				Servlets.areKnown(this.context))
			.problems();
	}

	/**
	 * Return what is wrong between the filter chains and the credentials operators
	 * accept.
	 * @param proxy the filter chains
	 * @return the problems; empty if the chains read these credentials safely
	 */
	public List<RouteProblem> chainProblems(FilterChainProxy proxy) {
		return new ChainAudit(this.routes.areas(), proxy).problems();
	}

	/**
	 * Return the packages of the application, as far as it is auto-configured.
	 * @return package names
	 */
	public List<String> ownPackages() {
		return AutoConfigurationPackages.has(this.context) ? AutoConfigurationPackages.get(this.context) : List.of();
	}

	/**
	 * Return the Actuator endpoints that can be reached over HTTP, on whatever port.
	 * @return their ids, in lower case
	 */
	public Set<String> actuatorEndpoints() {
		return this.system.endpoints(this.context);
	}

	/**
	 * Return the handler mappings the guard cannot stand in front of, because they know
	 * no interceptors.
	 * @return their class names
	 */
	public Set<String> unguardedMappings() {
		return this.resolver.unguarded(this.context);
	}

	/**
	 * Whether a filter of the framework rewrites the address of callers from headers.
	 * @return {@code true} if one is registered
	 */
	public boolean rewritesAddresses() {
		return RequestAddress.isRewritten(this.context.getBeanFactory());
	}

}
