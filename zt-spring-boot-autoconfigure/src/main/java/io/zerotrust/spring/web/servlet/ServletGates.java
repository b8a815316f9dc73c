package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import jakarta.servlet.Filter;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.ClassUtils;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;

import io.zerotrust.check.DecisionPoint;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.method.Surroundings;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.SubjectReader;

/**
 * Everything that stands between a servlet request and its handler. Put together here,
 * registered by auto-configuration.
 *
 * @since 0.1.0
 */
public final class ServletGates {

	private final ConfigurableApplicationContext context;

	private final Gatekeeper gatekeeper;

	private final RouteRules routes;

	private final HandlerResolver resolver;

	private final Targets targets;

	private final EndpointScanner scanner;

	private final SystemHandlers system;

	private final Filter refusals;

	private final Set<String> filterEndpoints = new ConcurrentSkipListSet<>();

	/**
	 * Put the gates together.
	 * @param context the application
	 * @param decisionPoint whom the gates ask
	 * @param subjects tells who asks
	 * @param settings what the operator says
	 * @param clock tells when a request was received
	 * @param report counts what enforcement would refuse
	 */
	public ServletGates(ConfigurableApplicationContext context, DecisionPoint decisionPoint, SubjectReader subjects,
			GateSettings settings, Clock clock, ObserveReport report) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		RuledFunctions functions = beans.getBean(RuledFunctions.class);
		HandlerPolicies policies = new HandlerPolicies(beans);
		this.system = systemHandlers(settings);
		this.context = context;
		this.routes = settings.routes();
		this.resolver = new HandlerResolver(context);
		this.gatekeeper = new Gatekeeper(decisionPoint, subjects, clock, settings);
		this.targets = new Targets(this.resolver, policies, functions, settings.routes(), this.system);
		this.scanner = new EndpointScanner(this.resolver, policies, functions, new ResourcePolicies(settings.routes()),
				this.system);
		this.refusals = new RefusalFilter(this.gatekeeper, report);
	}

	private static SystemHandlers systemHandlers(GateSettings settings) {
		ClassLoader loader = ServletGates.class.getClassLoader();
		boolean actuator = ClassUtils.isPresent(
				"org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration", loader);
		return actuator ? new ActuatorHandlers(settings.actuator()) : new BootHandlers();
	}

	/**
	 * Return the post-processor that gives functional routes their rules. It is a bean of
	 * its own, because routes are made early.
	 * @param beanFactory the bean factory of the application
	 * @return the post-processor
	 */
	public static BeanPostProcessor functionRules(ConfigurableListableBeanFactory beanFactory) {
		return new RuledFunctions(beanFactory);
	}

	/**
	 * Return what puts the gates into every filter chain.
	 * @return a customizer that only registers a configurer
	 */
	public Customizer<HttpSecurity> chains() {
		return (http) -> http.with(new GateConfigurer(this.gatekeeper, this.targets, this.filterEndpoints::add));
	}

	/**
	 * Return the outermost filter, which completes the platform's bare refusals.
	 * @return the filter, to stand before Spring Security's
	 */
	public Filter refusals() {
		return this.refusals;
	}

	/**
	 * Return the net, which refuses what met no gate.
	 * @return the filter, to stand behind Spring Security's
	 */
	public Filter coverage() {
		return new CoverageFilter(this.gatekeeper);
	}

	/**
	 * Return the guard in front of every handler.
	 * @return the interceptor, to be mapped everywhere
	 */
	public HandlerInterceptor guard() {
		return new DispatchGuard(this.gatekeeper, this.targets);
	}

	/**
	 * Return the CORS rules that stand at the handlers.
	 * @return the source, for a chain of ours
	 */
	public CorsConfigurationSource cors() {
		return new MappedCors(this.resolver);
	}

	/**
	 * Return what answers requests the HTTP firewall rejects.
	 * @return the handler
	 */
	public RequestRejectedHandler rejections() {
		return new RejectionHandler(this.gatekeeper);
	}

	/**
	 * Return what answers for guarded methods that were refused while a handler ran.
	 * @return the resolver, to come before all others
	 */
	public HandlerExceptionResolver invocationRefusals() {
		return new InvocationRefusalResolver(this.gatekeeper);
	}

	/**
	 * Return what tells the surroundings of calls on the thread of a request.
	 * @return the surroundings
	 */
	public Surroundings surroundings() {
		return new RequestSurroundings(this.gatekeeper);
	}

	/**
	 * Return the methods of controllers that are mapped.
	 * @return the methods, as the mappings know them
	 */
	public Set<Method> mappedMethods() {
		Set<Method> methods = new HashSet<>();
		for (HandlerMapping mapping : this.resolver.mappings(this.context)) {
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
	 * Return what asks callers for the credentials that do where they are refused.
	 * @param realm the realm of passwords
	 * @return the entry point, for a chain of ours
	 */
	public AuthenticationEntryPoint areaEntryPoint(String realm) {
		return new AreaEntryPoint(realm);
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
