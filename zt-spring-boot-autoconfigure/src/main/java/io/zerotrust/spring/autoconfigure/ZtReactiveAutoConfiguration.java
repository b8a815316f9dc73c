package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.server.WebFilter;

import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.Schemes;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.spring.web.reactive.ReactiveGates;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Auto-configuration for the gates of a WebFlux application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtCoreAutoConfiguration.class, ZtDpopAutoConfiguration.class,
		ZtRouteAutoConfiguration.class, ZtStreamAutoConfiguration.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({ DispatcherHandler.class, WebFilterChainProxy.class })
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtReactiveAutoConfiguration {

	/**
	 * What Spring Security says of its own filter, where only it can read it.
	 */
	private static final int SECURITY_ORDER = -100;

	@Bean
	static BeanPostProcessor ztFunctionRules(ConfigurableListableBeanFactory beanFactory) {
		return ReactiveGates.functionRules(beanFactory);
	}

	@Bean
	ReactiveGates ztReactiveGates(ConfigurableApplicationContext context, DecisionPoint decisionPoint,
			SubjectReader subjects, RouteRules routes, ZtProperties properties, ObjectProvider<Clock> clock,
			ObserveReport report, Outcomes outcomes, ObjectProvider<Instrumentation> instrumentation, Schemes schemes,
			ProofVerifier proofs, TrustedIssuers issuers, StreamWatch streams, Environment environment,
			ObjectProvider<OriginSource> origins) {
		GateSettings settings = GateRules.settings(properties, schemes, routes, issuers, environment,
				origins.getIfAvailable(OriginSource::none));
		return new ReactiveGates(context,
				Instrumentation.all(instrumentation.orderedStream()).instrument(decisionPoint), subjects, settings,
				clock.getIfUnique(Clock::systemUTC), report, outcomes, proofs, streams);
	}

	@Bean
	Inspection ztInspection(ReactiveGates gates) {
		return gates.inspection();
	}

	@Bean
	Customizer<ServerHttpSecurity> ztGatesCustomizer(ReactiveGates gates) {
		return gates.chains();
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	HttpHandlerDecoratorFactory ztOutcomeDecorator(ReactiveGates gates) {
		return gates.outcomes();
	}

	@Bean
	@Order(SECURITY_ORDER - 1)
	WebFilter ztRefusalFilter(ReactiveGates gates) {
		return gates.refusals();
	}

	@Bean
	@Order(SECURITY_ORDER + 1)
	WebFilter ztCoverageFilter(ReactiveGates gates) {
		return gates.coverage();
	}

	@Bean
	HandlerAdapter ztDispatchGuard(ReactiveGates gates) {
		return gates.guard();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnEnforcing
	ServerExchangeRejectedHandler ztExchangeRejectedHandler(ReactiveGates gates) {
		return gates.rejections();
	}

}
