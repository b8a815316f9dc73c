package io.zerotrust.spring.web.servlet;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.ClassUtils;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.zerotrust.check.DecisionPoint;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.method.Surroundings;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.endpoint.BootHandlers;
import io.zerotrust.spring.web.endpoint.HandlerPolicies;
import io.zerotrust.spring.web.endpoint.ResourcePolicies;
import io.zerotrust.spring.web.endpoint.SystemHandlers;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Everything that stands between a servlet request and its handler. Put together here,
 * registered by auto-configuration.
 *
 * @since 0.1.0
 */
public final class ServletGates {

	private final Gatekeeper gatekeeper;

	private final HandlerResolver resolver;

	private final Targets targets;

	private final ServletInspection inspection;

	private final Filter outcomes;

	private final Filter refusals;

	private final ExternalView external;

	private final @Nullable DpopPlug dpop;

	private final Set<String> filterEndpoints = new ConcurrentSkipListSet<>();

	/**
	 * Put the gates together.
	 * @param context the application
	 * @param decisionPoint whom the gates ask
	 * @param subjects tells who asks
	 * @param settings what the operator says
	 * @param clock tells when a request was received
	 * @param report counts what enforcement would refuse
	 * @param outcomes is told what came of requests
	 * @param proofs verifies proofs of possession
	 * @param streams watches responses that stay open
	 */
	public ServletGates(ConfigurableApplicationContext context, DecisionPoint decisionPoint, SubjectReader subjects,
			GateSettings settings, Clock clock, ObserveReport report, Outcomes outcomes, ProofVerifier proofs,
			StreamWatch streams) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		RuledFunctions functions = beans.getBean(RuledFunctions.class);
		HandlerPolicies policies = new HandlerPolicies(beans);
		SystemHandlers system = systemHandlers(settings);
		this.resolver = new HandlerResolver(context);
		this.external = new ExternalView(settings);
		this.gatekeeper = new Gatekeeper(decisionPoint, subjects, clock, settings, proofs.nonces(),
				this.external.metadata()::url);
		this.targets = new Targets(this.resolver, policies, functions, settings.routes(), system);
		EndpointScanner scanner = new EndpointScanner(this.resolver, policies, functions,
				new ResourcePolicies(settings.routes()), system);
		this.inspection = new ServletInspection(context, this.resolver, settings.routes(), scanner, system,
				this.filterEndpoints);
		this.outcomes = new OutcomeFilter(outcomes, clock, streams, this.gatekeeper);
		this.refusals = new RefusalFilter(this.gatekeeper, report);
		boolean dpop = settings.schemes().dpop() && !this.gatekeeper.observes();
		this.dpop = dpop ? new DpopPlug(proofs, this.gatekeeper, this.external.url(), clock) : null;
	}

	private static SystemHandlers systemHandlers(GateSettings settings) {
		ClassLoader loader = ServletGates.class.getClassLoader();
		boolean actuator = ClassUtils.isPresent(
				"org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration", loader);
		BootHandlers boot = new BootHandlers(ErrorControllers::isOne);
		return actuator ? ServletActuator.handlers(settings.actuator(), boot) : boot;
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
		return (http) -> http.with(
				new GateConfigurer(this.gatekeeper, this.targets, this.dpop, this.filterEndpoints::add, this.external));
	}

	/**
	 * Return the outermost filter, which tells what came of requests.
	 * @return the filter, to stand before that of refusals
	 */
	public Filter outcomes() {
		return this.outcomes;
	}

	/**
	 * Return the filter that completes the platform's bare refusals.
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
	 * Return what lets the threads of callables work for their request.
	 * @return what registers their interceptor
	 */
	public static WebMvcConfigurer callables() {
		return new TouchedCallables();
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
	 * Return what asks callers for the credentials that do where they are refused.
	 * @param realm the realm of passwords
	 * @return the entry point, for a chain of ours
	 */
	public AuthenticationEntryPoint areaEntryPoint(String realm) {
		return new AreaEntryPoint(realm);
	}

	/**
	 * Return what looks at the application behind the gates.
	 * @return the inspection
	 */
	public ServletInspection inspection() {
		return this.inspection;
	}

}
