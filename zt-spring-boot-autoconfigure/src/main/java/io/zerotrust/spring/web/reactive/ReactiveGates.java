package io.zerotrust.spring.web.reactive;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.server.WebFilter;

import io.zerotrust.check.DecisionPoint;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.token.TokenReading;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.endpoint.BootHandlers;
import io.zerotrust.spring.web.endpoint.HandlerPolicies;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.spring.web.endpoint.ResourcePolicies;
import io.zerotrust.spring.web.endpoint.SystemHandlers;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Everything that stands between a request to a WebFlux application and its handler. Put
 * together here, registered by auto-configuration.
 *
 * @since 0.1.0
 */
public final class ReactiveGates {

	private final ConfigurableApplicationContext context;

	private final Gatekeeper gatekeeper;

	private final HandlerResolver resolver;

	private final Targets targets;

	private final ObserveReport report;

	private final Inspection inspection;

	private final ExternalView external;

	private final @Nullable ProofGate proofs;

	private final HttpHandlerDecoratorFactory outcomes;

	private final AtomicBoolean filtered = new AtomicBoolean();

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
	public ReactiveGates(ConfigurableApplicationContext context, DecisionPoint decisionPoint, SubjectReader subjects,
			GateSettings settings, Clock clock, ObserveReport report, Outcomes outcomes, ProofVerifier proofs,
			StreamWatch streams) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		RuledFunctions functions = beans.getBean(RuledFunctions.class);
		HandlerPolicies policies = new HandlerPolicies(beans);
		SystemHandlers system = systemHandlers(settings);
		List<RouteHandlers> others = beans.getBeanProvider(RouteHandlers.class).orderedStream().toList();
		this.context = context;
		this.external = new ExternalView(settings);
		this.report = report;
		HttpHandlerDecoratorFactory watching = WatchedHandler.factory(outcomes, clock, streams);
		this.outcomes = (handler) -> {
			this.filtered.set(true);
			return watching.apply(handler);
		};
		this.resolver = new HandlerResolver(context);
		this.gatekeeper = new Gatekeeper(decisionPoint, subjects, clock, settings, proofs.nonces(),
				this.external::metadataUrl, new CrossOrigin(this.resolver));
		this.targets = new Targets(this.resolver, policies, functions, settings.routes(), system, others);
		EndpointScanner scanner = new EndpointScanner(this.resolver, policies, functions,
				new ResourcePolicies(settings.routes()), system, others);
		this.inspection = new ReactiveInspection(context, this.resolver, settings.routes(), scanner, system,
				this.filtered::get);
		boolean dpop = settings.schemes().dpop() && !this.gatekeeper.observes();
		this.proofs = dpop ? new ProofGate(proofs, this.gatekeeper, this.external.url(), clock) : null;
	}

	private static SystemHandlers systemHandlers(GateSettings settings) {
		ClassLoader loader = ReactiveGates.class.getClassLoader();
		boolean actuator = ClassUtils.isPresent(
				"org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration", loader);
		// errors are answered by an exception handler, which is no handler
		BootHandlers boot = new BootHandlers((type) -> false);
		return actuator ? ReactiveActuator.handlers(settings.actuator(), boot) : boot;
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
	 * @return a customizer that only adds filters
	 */
	public Customizer<ServerHttpSecurity> chains() {
		return (http) -> {
			TokenReading reading = this.context.getBeanProvider(TokenReading.class).getIfAvailable(TokenReading::none);
			http.addFilterAfter(new ArrivalGateFilter(this.gatekeeper), SecurityWebFiltersOrder.CORS);
			if (!this.gatekeeper.observes()) {
				http.addFilterAfter(new ResourceMetadataFilter(this.external), SecurityWebFiltersOrder.CORS);
			}
			http.addFilterBefore(new CredentialFilter(this.gatekeeper, this.targets, this.proofs != null, reading),
					SecurityWebFiltersOrder.HTTP_BASIC);
			ClientCertificates certificates = this.external.certificates();
			if (certificates != null) {
				http.addFilterBefore(new ClientCertificateFilter(this.gatekeeper, certificates),
						SecurityWebFiltersOrder.AUTHENTICATION);
			}
			if (this.proofs != null) {
				this.proofs.plugInto(http);
			}
			http.addFilterBefore(new LoginAgain(), SecurityWebFiltersOrder.EXCEPTION_TRANSLATION);
			http.addFilterBefore(new AccessGateFilter(this.gatekeeper, this.targets),
					SecurityWebFiltersOrder.AUTHORIZATION);
		};
	}

	/**
	 * Return what tells what came of requests, and watches responses that stay open.
	 * @return the decorator, to stand around all filters
	 */
	public HttpHandlerDecoratorFactory outcomes() {
		return this.outcomes;
	}

	/**
	 * Return the filter that completes the platform's bare refusals.
	 * @return the filter, to stand before Spring Security's
	 */
	public WebFilter refusals() {
		return new RefusalFilter(this.gatekeeper, this.report);
	}

	/**
	 * Return the net, which refuses what met no gate.
	 * @return the filter, to stand behind Spring Security's
	 */
	public WebFilter coverage() {
		return new CoverageFilter(this.gatekeeper);
	}

	/**
	 * Return the guard in front of every handler.
	 * @return the handler adapter, to come before all others
	 */
	public HandlerAdapter guard() {
		return new DispatchGuard(this.gatekeeper, this.targets, this.resolver);
	}

	/**
	 * Return what asks callers for the credentials that do where they are refused.
	 * @param realm the realm of passwords
	 * @return the entry point, for a chain of ours
	 */
	public ServerAuthenticationEntryPoint areaEntryPoint(String realm) {
		return new AreaEntryPoint(realm);
	}

	/**
	 * Return what looks at the application behind the gates.
	 * @return the inspection
	 */
	public Inspection inspection() {
		return this.inspection;
	}

	/**
	 * Return what keeps the handlers of the application away from a management port of
	 * its own.
	 * @param management the context of that port
	 * @return a post-processor for that context
	 */
	public static BeanPostProcessor managementHandlers(ApplicationContext management) {
		return new ManagementHandlers(management);
	}

	/**
	 * Return what answers for guarded methods that were refused while a handler ran.
	 * @return the advice, to come before all others
	 */
	public InvocationRefusals invocationRefusals() {
		return new InvocationRefusals(this.gatekeeper);
	}

	/**
	 * Return what answers requests the HTTP firewall rejects.
	 * @return the handler
	 */
	public ServerExchangeRejectedHandler rejections() {
		return new RejectionHandler(this.gatekeeper);
	}

}
