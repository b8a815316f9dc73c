package io.zerotrust.spring.web.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.servlet.SystemHandlers.Operation;

/**
 * Takes stock of every handler that is mapped.
 */
final class EndpointScanner {

	private final HandlerResolver resolver;

	private final HandlerPolicies policies;

	private final RuledFunctions functions;

	private final PublicResources resources;

	private final SystemHandlers system;

	EndpointScanner(HandlerResolver resolver, HandlerPolicies policies, RuledFunctions functions,
			PublicResources resources, SystemHandlers system) {
		this.resolver = resolver;
		this.policies = policies;
		this.functions = functions;
		this.resources = resources;
		this.system = system;
	}

	EndpointInventory scan(ApplicationContext context, Iterable<String> filterEndpoints) {
		List<Endpoint> endpoints = new ArrayList<>();
		for (HandlerMapping mapping : this.resolver.mappings(context)) {
			if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
				methods.getHandlerMethods().forEach((info, handler) -> endpoints.add(method(info, handler, context)));
			}
			else if (mapping instanceof AbstractUrlHandlerMapping urls) {
				urls.getHandlerMap().forEach((pattern, handler) -> endpoints.add(handler(pattern, handler, mapping)));
			}
		}
		Map<String, ?> routers = context.getBeansOfType(RouterFunction.class);
		routers.forEach((name, router) -> addFunctions(name, (RouterFunction<?>) router, endpoints));
		EndpointPolicy byFilter = EndpointPolicy.of(Admission.PUBLIC, "answered by a filter with rules of its own");
		filterEndpoints.forEach(
				(matcher) -> endpoints.add(new Endpoint(matcher, "filter", EndpointKind.FILTER_ENDPOINT, byFilter)));
		return new EndpointInventory(endpoints);
	}

	private Endpoint method(RequestMappingInfo info, HandlerMethod handler, ApplicationContext context) {
		Class<?> type = handler.getBeanType();
		String id = describe(info);
		if (this.system.isErrorController(type)) {
			return new Endpoint(id, handler.toString(), EndpointKind.ERROR,
					EndpointPolicy.of(Admission.PUBLIC, "error dispatch"));
		}
		if (this.system.isActuator(type)) {
			Operation operation = this.system.operation(handler, context);
			return new Endpoint(id, operation.name(), EndpointKind.ACTUATOR, operation.policy());
		}
		return new Endpoint(id, ClassUtils.getQualifiedMethodName(handler.getMethod(), type),
				EndpointKind.HANDLER_METHOD, this.policies.policyOf(handler));
	}

	private static String describe(RequestMappingInfo info) {
		Set<String> methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map(Enum::name)
			.collect(Collectors.toCollection(TreeSet::new));
		String patterns = String.join(", ", new TreeSet<>(info.getPatternValues()));
		return (methods.isEmpty() ? "*" : String.join("|", methods)) + ' ' + patterns;
	}

	private Endpoint handler(String pattern, Object handler, HandlerMapping mapping) {
		if (handler instanceof ResourceHttpRequestHandler || handler instanceof DefaultServletHttpRequestHandler) {
			return new Endpoint("GET " + pattern, "static resources", EndpointKind.RESOURCES,
					this.resources.contain(pattern) ? EndpointPolicy.of(Admission.PUBLIC, "zt.public-resources")
							: EndpointPolicy.uncovered());
		}
		String name = (handler instanceof String bean) ? "bean " + bean : AopUtils.getTargetClass(handler).getName();
		if (handler instanceof ParameterizableViewController) {
			// a mapped view is ruled by its path, as a resource is
			boolean open = this.resources.contain(pattern);
			return new Endpoint("* " + pattern, "view mapped by " + mapping.getClass().getName(),
					isWelcomePage(mapping) ? EndpointKind.RESOURCES : EndpointKind.HANDLER,
					open ? EndpointPolicy.of(Admission.PUBLIC, "zt.public-resources") : EndpointPolicy.uncovered());
		}
		EndpointPolicy policy = (handler instanceof String bean) ? lazy(bean, mapping)
				: this.policies.policyOf(handler);
		return new Endpoint("* " + pattern, name, EndpointKind.HANDLER, policy);
	}

	/**
	 * A handler that is made at its first request is known by its type alone.
	 */
	private EndpointPolicy lazy(String bean, HandlerMapping mapping) {
		ApplicationContext context = (mapping instanceof AbstractUrlHandlerMapping urls) ? urls.getApplicationContext()
				: null;
		Class<?> type = (context != null) ? context.getType(bean) : null;
		return (type != null) ? this.policies.policyOf(ClassUtils.getUserClass(type)) : EndpointPolicy.uncovered();
	}

	private static boolean isWelcomePage(HandlerMapping mapping) {
		return mapping.getClass().getName().startsWith("org.springframework.boot.webmvc.autoconfigure.WelcomePage");
	}

	private void addFunctions(String name, RouterFunction<?> router, List<Endpoint> endpoints) {
		EndpointPolicy policy = this.functions.policyOf(name);
		router.accept(new RouterFunctions.Visitor() {

			private String prefix = "";

			@Override
			public void startNested(RequestPredicate predicate) {
				this.prefix += predicate + " ";
			}

			@Override
			public void endNested(RequestPredicate predicate) {
				this.prefix = this.prefix.substring(0, this.prefix.length() - (predicate + " ").length());
			}

			@Override
			public void route(RequestPredicate predicate, HandlerFunction<?> handlerFunction) {
				endpoints.add(new Endpoint(this.prefix + predicate, "bean " + name, EndpointKind.FUNCTION, policy));
			}

			@Override
			public void resources(Function<ServerRequest, java.util.Optional<Resource>> lookupFunction) {
				endpoints.add(new Endpoint(this.prefix + "resources", "bean " + name, EndpointKind.FUNCTION, policy));
			}

			@Override
			public void attributes(Map<String, Object> attributes) {
				// attributes name no endpoint
			}

			@Override
			public void unknown(RouterFunction<?> routerFunction) {
				endpoints
					.add(new Endpoint(this.prefix + "unknown routes", "bean " + name, EndpointKind.FUNCTION, policy));
			}

		});
	}

}
