package io.zerotrust.spring.web.reactive;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.AbstractHandlerMethodMapping;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.endpoint.ChainSummary;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.spring.web.endpoint.RouteAudit;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * Looks at a WebFlux application before it serves.
 */
final class ReactiveInspection implements Inspection {

	private final ConfigurableApplicationContext context;

	private final HandlerResolver resolver;

	private final RouteRules routes;

	private final EndpointScanner scanner;

	private final SystemHandlers system;

	private final BooleanSupplier filtered;

	/**
	 * Create an inspection.
	 * @param filtered whether somebody has made a handler of the application's filters
	 */
	ReactiveInspection(ConfigurableApplicationContext context, HandlerResolver resolver, RouteRules routes,
			EndpointScanner scanner, SystemHandlers system, BooleanSupplier filtered) {
		this.context = context;
		this.resolver = resolver;
		this.routes = routes;
		this.scanner = scanner;
		this.system = system;
		this.filtered = filtered;
	}

	@Override
	public Set<Method> mappedMethods() {
		Set<Method> methods = new HashSet<>();
		for (HandlerMapping mapping : this.resolver.mappings(this.context)) {
			if (mapping instanceof AbstractHandlerMethodMapping<?> mapped) {
				mapped.getHandlerMethods().values().forEach((handler) -> methods.add(handler.getMethod()));
			}
		}
		return methods;
	}

	@Override
	public EndpointInventory inventory() {
		List<Endpoint> endpoints = new ArrayList<>();
		this.scanner.scan(this.context).forEach((handler) -> endpoints.addAll(handler.endpoints(this.routes)));
		return new EndpointInventory(endpoints);
	}

	@Override
	public List<RouteProblem> routeProblems() {
		// there are no servlets here, so a rule for one rules nothing
		return new RouteAudit(this.routes, this.scanner.scan(this.context), true).problems();
	}

	@Override
	public List<RouteProblem> chainProblems() {
		return ChainAudit.problems(this.routes.areas(), new ReactiveChains(this.context).filters());
	}

	@Override
	public Optional<ChainSummary> chains() {
		return new ReactiveChains(this.context).summary();
	}

	@Override
	public List<String> ownPackages() {
		return AutoConfigurationPackages.has(this.context) ? AutoConfigurationPackages.get(this.context) : List.of();
	}

	@Override
	public Set<String> actuatorEndpoints() {
		return this.system.endpoints(this.context);
	}

	/**
	 * The guard is a handler adapter, which stands in front of whatever a mapping finds,
	 * unless another one comes before it or nobody asks mappings.
	 */
	@Override
	public List<RouteProblem> guardProblems() {
		List<RouteProblem> problems = new ArrayList<>();
		List<String> before = adaptersBeforeGuard();
		if (!before.isEmpty()) {
			problems.add(new RouteProblem(
					"The handler adapters " + before + " stand before the guard, so nothing guards what they run.",
					"Give them a later order."));
		}
		// made now at the latest, if they are the application's
		Map<String, HttpHandler> handlers = this.context.getBeansOfType(HttpHandler.class);
		if (!handlers.isEmpty() && !this.filtered.getAsBoolean()) {
			problems.add(new RouteProblem(
					"The HttpHandler beans " + handlers.keySet()
							+ " are not made of the application's filters, so no request meets a gate.",
					"Leave them out, or make them by WebHttpHandlerBuilder.applicationContext(context)."));
		}
		return problems;
	}

	private List<String> adaptersBeforeGuard() {
		Map<String, HandlerAdapter> adapters = this.context.getBeansOfType(HandlerAdapter.class, true, false);
		List<HandlerAdapter> asked = new ArrayList<>(adapters.values());
		AnnotationAwareOrderComparator.sort(asked);
		List<String> before = new ArrayList<>();
		for (HandlerAdapter adapter : asked) {
			if (adapter instanceof DispatchGuard) {
				break;
			}
			adapters.forEach((name, known) -> {
				if (known == adapter) {
					before.add(name);
				}
			});
		}
		return before;
	}

	@Override
	public Optional<String> addressRewriter() {
		boolean transformer = this.context.getBeanNamesForType(ForwardedHeaderTransformer.class, true,
				false).length > 0;
		return transformer ? Optional.of("ForwardedHeaderTransformer") : Optional.empty();
	}

}
