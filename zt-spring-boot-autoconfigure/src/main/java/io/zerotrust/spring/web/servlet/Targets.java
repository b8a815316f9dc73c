package io.zerotrust.spring.web.servlet;

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.aop.support.AopUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.UnsatisfiedServletRequestParameterException;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

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
import io.zerotrust.spring.web.servlet.HandlerResolver.Resolution;
import io.zerotrust.spring.web.servlet.RuledFunctions.RuledHandler;

/**
 * Tells what a request leads to and what that demands.
 */
final class Targets {

	private static final Target HANDSHAKE = new Target(HandlerKind.NONE, "handshake", "web socket",
			EndpointPolicy.uncovered());

	private static final Target PREFLIGHT = new Target(HandlerKind.PREFLIGHT, "preflight", "CORS pre-flight",
			EndpointPolicy.of(Admission.PUBLIC, "CORS pre-flight"));

	private static final Target ERROR_DISPATCH = new Target(HandlerKind.ERROR_CONTROLLER, "error", "error",
			EndpointPolicy.of(Admission.PUBLIC, "error dispatch"));

	private static final Target ERROR_REQUEST = new Target(HandlerKind.ERROR_CONTROLLER, "error", "error",
			EndpointPolicy.of(Admission.UNCOVERED, "the error controller is reached by error dispatches alone"));

	private final HandlerResolver resolver;

	private final HandlerPolicies policies;

	private final ResourcePolicies resources;

	private final FunctionRules functions;

	private final RouteRules routes;

	private final SystemHandlers system;

	private final EndpointPolicy absent;

	private final Target none;

	private final Target unresolved;

	private final Target byForm;

	private final Target options;

	Targets(HandlerResolver resolver, HandlerPolicies policies, RuledFunctions functions, RouteRules routes,
			SystemHandlers system) {
		this.resolver = resolver;
		this.policies = policies;
		this.functions = functions.rules();
		this.resources = new ResourcePolicies(routes);
		this.routes = routes;
		this.system = system;
		// where nothing is decided yet, whatever does somewhere does
		Set<CredentialKind> somewhere = routes.areas().kinds();
		this.absent = EndpointPolicy.absent().withCredentials(somewhere);
		this.none = new Target(HandlerKind.NONE, "none", "unknown path", this.absent);
		this.unresolved = new Target(HandlerKind.UNRESOLVED, "unresolved", "unresolved", this.absent);
		this.byForm = new Target(HandlerKind.BY_FORM, "form", "unresolved", this.absent);
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
	Target of(HttpServletRequest request) {
		String servlet = Servlets.beside(request);
		if (!servlet.isEmpty()) {
			Ruling ruling = this.routes.atServlet(servlet, Servlets.pattern(request), request.getMethod());
			return new Target(HandlerKind.SERVLET, servlet, "servlet " + servlet, ruling.alone());
		}
		Target target = of(this.resolver.resolve(request), request);
		return (isHandshake(request) && target.kind() != HandlerKind.OTHER) ? HANDSHAKE : target;
	}

	/**
	 * Whether the container may take the request for a web socket, before MVC would serve
	 * it or say that nothing is here.
	 */
	private static boolean isHandshake(HttpServletRequest request) {
		String upgrade = request.getHeader(HttpHeaders.UPGRADE);
		return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
	}

	private Target of(Resolution resolution, HttpServletRequest request) {
		if (resolution.failure() != null) {
			boolean form = resolution.failure() instanceof UnsatisfiedServletRequestParameterException
					&& MappingRequest.holdsParameters(request.getContentType());
			return form ? this.byForm : this.unresolved;
		}
		Object handler = resolution.handler();
		return (handler != null) ? of(handler, resolution.pattern(), request).about(resolution.objects()) : this.none;
	}

	/**
	 * Tell what the handler demands that MVC has chosen.
	 */
	Target of(Object handler, String pattern, HttpServletRequest request) {
		if (handler instanceof HandlerMethod method) {
			return of(method, pattern, request);
		}
		if (handler instanceof HandlerFunction<?> function) {
			return of(function, pattern, request);
		}
		if (isPreFlight(handler, request)) {
			return PREFLIGHT;
		}
		return mapped(handler, this.resolver.mappedUrl(pattern, request), request);
	}

	private Target mapped(Object handler, String url, HttpServletRequest request) {
		if (handler instanceof ResourceHttpRequestHandler || handler instanceof DefaultServletHttpRequestHandler) {
			return resource(url, this.resources.policyOf(url, request.getMethod(), () -> MappingRequest.path(request)));
		}
		EndpointPolicy view = (handler instanceof ParameterizableViewController)
				? this.resources.at(url, request.getMethod(), () -> MappingRequest.path(request)) : null;
		EndpointPolicy policy = (view != null) ? view
				: this.policies.policyOf(handler, this.routes.at(url, request.getMethod()));
		return new Target(HandlerKind.OTHER, handler, named(url, AopUtils.getTargetClass(handler)), policy);
	}

	private Target of(HandlerMethod handler, String pattern, HttpServletRequest request) {
		Class<?> type = handler.getBeanType();
		if (Nesting.of(type) == RequestMappingInfoHandlerMapping.class) {
			return this.options;
		}
		if (this.system.isErrorController(type)) {
			return (request.getDispatcherType() == DispatcherType.ERROR) ? ERROR_DISPATCH : ERROR_REQUEST;
		}
		if (this.system.isActuator(type)) {
			EndpointPolicy policy = this.system.operation(handler, this.resolver.context(request)).policy();
			return new Target(HandlerKind.ACTUATOR, handler.getBean(), named(pattern, type), policy);
		}
		return new Target(HandlerKind.METHOD, this.policies.key(handler), named(pattern, type),
				this.policies.policyOf(handler, this.routes.at(pattern, request.getMethod())));
	}

	private Target of(HandlerFunction<?> function, String pattern, HttpServletRequest request) {
		Ruling ruling = this.routes.at(pattern, request.getMethod());
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

	private static boolean isPreFlight(Object handler, HttpServletRequest request) {
		return CorsUtils.isPreFlightRequest(request)
				&& handler.getClass().getEnclosingClass() == AbstractHandlerMapping.class;
	}

	private static String named(String pattern, Class<?> type) {
		return pattern.isEmpty() ? type.getName() : pattern;
	}

}
