package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
import io.zerotrust.spring.web.endpoint.ChainSummary;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.spring.web.endpoint.RouteAudit;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * Looks at a servlet application before it serves.
 *
 * @since 0.1.0
 */
public final class ServletInspection implements Inspection {

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

	@Override
	public Set<Method> mappedMethods() {
		Set<Method> methods = new HashSet<>();
		for (HandlerMapping mapping : this.resolver.singleMappings(this.context)) {
			if (mapping instanceof AbstractHandlerMethodMapping<?> mapped) {
				mapped.getHandlerMethods().values().forEach((handler) -> methods.add(handler.getMethod()));
			}
		}
		return methods;
	}

	@Override
	public EndpointInventory inventory() {
		List<Endpoint> endpoints = new ArrayList<>();
		this.scanner.scan(this.context, this.filterEndpoints)
			.forEach((handler) -> endpoints.addAll(handler.endpoints(this.routes)));
		return new EndpointInventory(endpoints);
	}

	@Override
	public List<RouteProblem> routeProblems() {
		return new RouteAudit(this.routes, this.scanner.scan(this.context, this.filterEndpoints),
				Servlets.areKnown(this.context))
			.problems();
	}

	@Override
	public List<RouteProblem> chainProblems() {
		List<RouteProblem> problems = new ArrayList<>();
		this.context.getBeanProvider(FilterChainProxy.class)
			.ifUnique((proxy) -> problems.addAll(new ChainAudit(this.routes.areas(), proxy).problems()));
		return problems;
	}

	@Override
	public Optional<ChainSummary> chains() {
		return this.context.getBeanProvider(FilterChainProxy.class)
			.stream()
			.findFirst()
			.map((proxy) -> new FilterChains(proxy).summary());
	}

	@Override
	public List<String> ownPackages() {
		return AutoConfigurationPackages.has(this.context) ? AutoConfigurationPackages.get(this.context) : List.of();
	}

	@Override
	public Set<String> actuatorEndpoints() {
		return this.system.endpoints(this.context);
	}

	@Override
	public List<RouteProblem> guardProblems() {
		Set<String> unguarded = this.resolver.unguarded(this.context);
		return unguarded.isEmpty() ? List.of()
				: List.of(new RouteProblem("Handler mappings without interceptors cannot be guarded: " + unguarded,
						"Let them extend AbstractHandlerMapping."));
	}

	@Override
	public Optional<String> addressRewriter() {
		return RequestAddress.isRewritten(this.context.getBeanFactory()) ? Optional.of("ForwardedHeaderFilter")
				: Optional.empty();
	}

}
