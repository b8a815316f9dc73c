package io.zerotrust.spring.web.reactive;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aop.support.AopUtils;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Admission;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.Ruling;
import io.zerotrust.spring.web.endpoint.FunctionRules;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.HandlerPolicies;
import io.zerotrust.spring.web.endpoint.Nesting;
import io.zerotrust.spring.web.endpoint.ResourcePolicies;
import io.zerotrust.spring.web.endpoint.SystemHandlers;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.reactive.HandlerResolver.Resolution;
import io.zerotrust.spring.web.reactive.RuledFunctions.RuledHandler;

/**
 * Tells what a request leads to, and what that demands.
 */
final class Targets {

	private static final Target PREFLIGHT = new Target(HandlerKind.PREFLIGHT, "preflight", "CORS pre-flight",
			EndpointPolicy.of(Admission.PUBLIC, "CORS pre-flight"));

	private final HandlerResolver resolver;

	private final HandlerPolicies policies;

	private final ResourcePolicies resources;

	private final FunctionRules functions;

	private final RouteRules routes;

	private final SystemHandlers system;

	private final List<RouteHandlers> others;

	private final EndpointPolicy absent;

	private final Mono<Target> preflight = Mono.just(PREFLIGHT);

	private final Target none;

	private final Target unresolved;

	private final Target options;

	Targets(HandlerResolver resolver, HandlerPolicies policies, RuledFunctions functions, RouteRules routes,
			SystemHandlers system, List<RouteHandlers> others) {
		this.resolver = resolver;
		this.policies = policies;
		this.functions = functions.rules();
		this.resources = new ResourcePolicies(routes);
		this.routes = routes;
		this.system = system;
		this.others = List.copyOf(others);
		// where nothing is decided yet, whatever does somewhere does
		Set<CredentialKind> somewhere = routes.areas().kinds();
		this.absent = EndpointPolicy.absent().withCredentials(somewhere);
		this.none = new Target(HandlerKind.NONE, "none", "unknown path", this.absent);
		this.unresolved = new Target(HandlerKind.UNRESOLVED, "unresolved", "unresolved", this.absent);
		this.options = new Target(HandlerKind.OPTIONS, "options", "OPTIONS",
				EndpointPolicy.of(Admission.AUTHENTICATED, "OPTIONS").withCredentials(somewhere));
	}

	/**
	 * Whether a handler seen so far wants bad credentials to be ignored.
	 */
	boolean ignoringBadCredentials() {
		return this.policies.ignoringBadCredentials() || this.functions.ignoringBadCredentials()
				|| this.routes.ignoringBadCredentials();
	}

	/**
	 * Look ahead: what a request will lead to.
	 */
	Mono<Target> of(ServerWebExchange exchange) {
		return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? this.preflight
				: this.resolver.resolve(exchange).map((resolution) -> of(resolution, exchange));
	}

	private Target of(Resolution resolution, ServerWebExchange exchange) {
		if (resolution.failure() != null) {
			return this.unresolved;
		}
		Object handler = resolution.handler();
		return (handler == null || resolution.exchange() == null) ? this.none
				: of(handler, resolution.pattern(), resolution.exchange())
					.about(HandlerResolver.objects(resolution.exchange()));
	}

	/**
	 * Tell what the handler demands that WebFlux has chosen.
	 * @param exchange the exchange the mappings were asked with
	 */
	Target of(Object handler, String pattern, ServerWebExchange exchange) {
		if (handler instanceof HandlerMethod method) {
			return of(method, pattern, exchange);
		}
		if (handler instanceof HandlerFunction<?> function) {
			return of(function, pattern, exchange);
		}
		for (RouteHandlers other : this.others) {
			Target target = other.target(handler, exchange);
			if (target != null) {
				return target;
			}
		}
		return mapped(handler, this.resolver.mappedUrl(pattern, exchange), exchange);
	}

	private Target mapped(Object handler, String url, ServerWebExchange exchange) {
		String method = method(exchange);
		if (handler instanceof ResourceWebHandler) {
			return resource(url, this.resources.policyOf(url, method,
					() -> exchange.getRequest().getPath().pathWithinApplication()));
		}
		EndpointPolicy policy = this.policies.policyOf(handler, this.routes.at(url, method));
		return new Target(HandlerKind.OTHER, handler, named(url, AopUtils.getTargetClass(handler)), policy);
	}

	private Target of(HandlerMethod handler, String pattern, ServerWebExchange exchange) {
		Class<?> type = handler.getBeanType();
		if (Nesting.of(type) == RequestMappingInfoHandlerMapping.class) {
			return this.options;
		}
		if (this.system.isActuator(type)) {
			EndpointPolicy policy = this.system.operation(handler, this.resolver.context(exchange)).policy();
			return new Target(HandlerKind.ACTUATOR, handler.getBean(), named(pattern, type), policy);
		}
		return new Target(HandlerKind.METHOD, this.policies.key(handler), named(pattern, type),
				this.policies.policyOf(handler, this.routes.at(pattern, method(exchange))));
	}

	private Target of(HandlerFunction<?> function, String pattern, ServerWebExchange exchange) {
		Ruling ruling = this.routes.at(pattern, method(exchange));
		String id = named(pattern, function.getClass());
		return (function instanceof RuledHandler<?> ruled)
				? new Target(HandlerKind.FUNCTION, ruled.beanName(), id,
						this.functions.policyOf(ruled.beanName(), ruling))
				: new Target(HandlerKind.FUNCTION, "function", id, ruling.alone());
	}

	private Target resource(String pattern, EndpointPolicy policy) {
		boolean there = policy.admission() != Admission.ABSENT;
		boolean anything = pattern.isEmpty() || "/**".equals(pattern);
		String id = there ? "static resource" : "unknown path";
		return new Target(HandlerKind.RESOURCES, there ? "resource" : "unlisted resource", anything ? id : pattern,
				there ? policy : this.absent);
	}

	private static String method(ServerWebExchange exchange) {
		return exchange.getRequest().getMethod().name();
	}

	private static String named(String pattern, Class<?> type) {
		return pattern.isEmpty() ? type.getName() : pattern;
	}

}
