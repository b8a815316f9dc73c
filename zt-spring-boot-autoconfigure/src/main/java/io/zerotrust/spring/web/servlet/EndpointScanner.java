package io.zerotrust.spring.web.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.posture.EndpointKind;
import io.zerotrust.spring.web.endpoint.HandlerPolicies;
import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.ResourcePolicies;
import io.zerotrust.spring.web.endpoint.SystemHandlers.Operation;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * Takes stock of every handler that is mapped.
 */
final class EndpointScanner {

	private final HandlerResolver resolver;

	private final HandlerPolicies policies;

	private final RuledFunctions functions;

	private final ResourcePolicies resources;

	private final SystemHandlers system;

	EndpointScanner(HandlerResolver resolver, HandlerPolicies policies, RuledFunctions functions,
			ResourcePolicies resources, SystemHandlers system) {
		this.resolver = resolver;
		this.policies = policies;
		this.functions = functions;
		this.resources = resources;
		this.system = system;
	}

	List<MappedHandler> scan(ApplicationContext context, Iterable<String> filterEndpoints) {
		List<MappedHandler> found = new ArrayList<>();
		for (HandlerMapping mapping : this.resolver.singleMappings(context)) {
			if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
				methods.getHandlerMethods().forEach((info, handler) -> addMethod(info, handler, context, found));
			}
			else if (mapping instanceof AbstractUrlHandlerMapping urls) {
				urls.getHandlerMap().forEach((pattern, handler) -> found.add(handler(pattern, handler, mapping)));
			}
		}
		Map<String, ?> routers = context.getBeansOfType(RouterFunction.class);
		routers.forEach((name, router) -> ((RouterFunction<?>) router)
			.accept(new FunctionScanner(name, this.functions, found::add)));
		Servlets.addMappings(context, found);
		EndpointPolicy byFilter = EndpointPolicy.of(Admission.PUBLIC, "answered by a filter with rules of its own");
		filterEndpoints.forEach((path) -> found
			.add(MappedHandler.fixed(Set.of(), path, "filter", EndpointKind.FILTER_ENDPOINT, byFilter)));
		return found;
	}

	private void addMethod(RequestMappingInfo info, HandlerMethod handler, ApplicationContext context,
			List<MappedHandler> found) {
		Set<String> methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map(Enum::name)
			.collect(Collectors.toSet());
		for (String pattern : info.getPatternValues()) {
			found.add(method(methods, pattern, handler, context));
		}
	}

	private MappedHandler method(Set<String> methods, String pattern, HandlerMethod handler,
			ApplicationContext context) {
		Class<?> type = handler.getBeanType();
		if (this.system.isErrorController(type)) {
			return MappedHandler.fixed(methods, pattern, handler.toString(), EndpointKind.ERROR,
					EndpointPolicy.of(Admission.PUBLIC, "error dispatch"));
		}
		if (this.system.isActuator(type)) {
			Operation operation = this.system.operation(handler, context);
			return MappedHandler.fixed(methods, pattern, operation.name(), EndpointKind.ACTUATOR, operation.policy());
		}
		return new MappedHandler(methods, pattern, ClassUtils.getQualifiedMethodName(handler.getMethod(), type),
				EndpointKind.HANDLER_METHOD, (ruling) -> this.policies.policyOf(handler, ruling));
	}

	private MappedHandler handler(String pattern, Object handler, HandlerMapping mapping) {
		if (handler instanceof ResourceHttpRequestHandler || handler instanceof DefaultServletHttpRequestHandler) {
			return MappedHandler.fixed(Set.of("GET"), pattern, "static resources", EndpointKind.RESOURCES,
					this.resources.policyOf(pattern));
		}
		if (handler instanceof ParameterizableViewController) {
			// a mapped view is ruled by its path, as a resource is
			EndpointPolicy policy = this.resources.policyOf(pattern);
			boolean nothing = policy.admission() == Admission.ABSENT;
			return MappedHandler.fixed(Set.of(), pattern, "view mapped by " + mapping.getClass().getName(),
					isWelcomePage(mapping) ? EndpointKind.RESOURCES : EndpointKind.HANDLER,
					nothing ? EndpointPolicy.uncovered() : policy);
		}
		Class<?> type = (handler instanceof String bean) ? lazyType(bean, mapping) : AopUtils.getTargetClass(handler);
		String name = (handler instanceof String bean) ? "bean " + bean : AopUtils.getTargetClass(handler).getName();
		return new MappedHandler(Set.of(), pattern, name, EndpointKind.HANDLER,
				(ruling) -> (type != null) ? this.policies.policyOf(type, ruling) : ruling.alone());
	}

	/**
	 * A handler that is made at its first request is known by its type alone.
	 */
	private static @Nullable Class<?> lazyType(String bean, HandlerMapping mapping) {
		ApplicationContext context = (mapping instanceof AbstractUrlHandlerMapping urls) ? urls.getApplicationContext()
				: null;
		Class<?> type = (context != null) ? context.getType(bean) : null;
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	private static boolean isWelcomePage(HandlerMapping mapping) {
		return mapping.getClass().getName().startsWith("org.springframework.boot.webmvc.autoconfigure.WelcomePage");
	}

}
