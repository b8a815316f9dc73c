package io.zerotrust.spring.web.reactive;

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
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

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

	private final List<RouteHandlers> others;

	EndpointScanner(HandlerResolver resolver, HandlerPolicies policies, RuledFunctions functions,
			ResourcePolicies resources, SystemHandlers system, List<RouteHandlers> others) {
		this.resolver = resolver;
		this.policies = policies;
		this.functions = functions;
		this.resources = resources;
		this.system = system;
		this.others = others;
	}

	List<MappedHandler> scan(ApplicationContext context) {
		List<MappedHandler> found = new ArrayList<>();
		Map<String, ?> routers = context.getBeansOfType(RouterFunction.class);
		ForeignRoutes foreign = new ForeignRoutes(found::add);
		routers.forEach((name, router) -> {
			((RouterFunction<?>) router).accept(new FunctionScanner(name, this.functions, found::add));
			foreign.know((RouterFunction<?>) router);
		});
		for (HandlerMapping mapping : this.resolver.mappings(context)) {
			if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
				methods.getHandlerMethods().forEach((info, handler) -> addMethod(info, handler, context, found));
			}
			else if (mapping instanceof AbstractUrlHandlerMapping urls) {
				urls.getHandlerMap().forEach((pattern, handler) -> found.add(handler(pattern, handler, urls)));
			}
			else if (mapping instanceof RouterFunctionMapping functional && functional.getRouterFunction() != null) {
				foreign.scan(functional.getRouterFunction());
			}
		}
		this.others.forEach((other) -> found.addAll(other.mapped()));
		return found;
	}

	private void addMethod(RequestMappingInfo info, HandlerMethod handler, ApplicationContext context,
			List<MappedHandler> found) {
		Set<String> methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map(Enum::name)
			.collect(Collectors.toSet());
		for (PathPattern pattern : info.getPatternsCondition().getPatterns()) {
			found.add(method(methods, pattern.getPatternString(), handler, context));
		}
	}

	private MappedHandler method(Set<String> methods, String pattern, HandlerMethod handler,
			ApplicationContext context) {
		Class<?> type = handler.getBeanType();
		if (this.system.isActuator(type)) {
			Operation operation = this.system.operation(handler, context);
			return MappedHandler.fixed(methods, pattern, operation.name(), EndpointKind.ACTUATOR, operation.policy());
		}
		return new MappedHandler(methods, pattern, ClassUtils.getQualifiedMethodName(handler.getMethod(), type),
				EndpointKind.HANDLER_METHOD, (ruling) -> this.policies.policyOf(handler, ruling));
	}

	private MappedHandler handler(PathPattern mapped, Object handler, AbstractUrlHandlerMapping mapping) {
		String pattern = mapped.getPatternString();
		if (handler instanceof ResourceWebHandler) {
			return MappedHandler.fixed(Set.of("GET"), pattern, "static resources", EndpointKind.RESOURCES,
					this.resources.policyOf(pattern));
		}
		Class<?> type = (handler instanceof String bean) ? lazyType(bean, mapping) : AopUtils.getTargetClass(handler);
		String name = (handler instanceof String bean) ? "bean " + bean : AopUtils.getTargetClass(handler).getName();
		return new MappedHandler(Set.of(), pattern, name, EndpointKind.HANDLER,
				(ruling) -> (type != null) ? this.policies.policyOf(type, ruling) : ruling.alone());
	}

	/**
	 * A handler that is made at its first request is known by its type alone.
	 */
	private static @Nullable Class<?> lazyType(String bean, AbstractUrlHandlerMapping mapping) {
		ApplicationContext context = mapping.getApplicationContext();
		Class<?> type = (context != null) ? context.getType(bean) : null;
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

}
