package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import io.micrometer.observation.ObservationRegistry;

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
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.firewall.CompositeRequestRejectedHandler;
import org.springframework.security.web.firewall.ObservationMarkingRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.web.AuthenticationOutcomes;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.Schemes;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.web.endpoint.Inspection;
import io.zerotrust.spring.web.servlet.ServletGates;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Auto-configuration for the gates of a servlet application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { ZtCoreAutoConfiguration.class, ZtDpopAutoConfiguration.class, ZtRouteAutoConfiguration.class,
				ZtStreamAutoConfiguration.class },
		beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, FilterChainProxy.class })
@EnableConfigurationProperties(ZtProperties.class)
@Import(ServletFilterRegistrations.class)
public final class ZtServletAutoConfiguration {

	@Bean
	static BeanPostProcessor ztFunctionRules(ConfigurableListableBeanFactory beanFactory) {
		return ServletGates.functionRules(beanFactory);
	}

	@Bean
	ServletGates ztServletGates(ConfigurableApplicationContext context, DecisionPoint decisionPoint,
			SubjectReader subjects, RouteRules routes, ZtProperties properties, ObjectProvider<Clock> clock,
			ObserveReport report, Outcomes outcomes, ObjectProvider<Instrumentation> instrumentation, Schemes schemes,
			ProofVerifier proofs, TrustedIssuers issuers, StreamWatch streams, Environment environment,
			ObjectProvider<OriginSource> origins) {
		GateSettings settings = GateRules.settings(properties, schemes, routes, issuers, environment,
				origins.getIfAvailable(OriginSource::none));
		return new ServletGates(context, Instrumentation.all(instrumentation.orderedStream()).instrument(decisionPoint),
				subjects, settings, clock.getIfUnique(Clock::systemUTC), report, outcomes, proofs, streams);
	}

	@Bean
	Inspection ztInspection(ServletGates gates) {
		return gates.inspection();
	}

	@Bean
	Customizer<HttpSecurity> ztGatesCustomizer(ServletGates gates) {
		return gates.chains();
	}

	@Bean
	static MappedInterceptor ztDispatchGuard(ServletGates gates) {
		return new MappedInterceptor(null, gates.guard());
	}

	@Bean
	static WebMvcConfigurer ztTouchedCallables() {
		return ServletGates.callables();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnEnforcing
	RequestRejectedHandler ztRequestRejectedHandler(ServletGates gates, ObjectProvider<ObservationRegistry> registry) {
		return new CompositeRequestRejectedHandler(
				new ObservationMarkingRequestRejectedHandler(registry.getIfUnique(() -> ObservationRegistry.NOOP)),
				gates.rejections());
	}

	@Bean
	AuthenticationOutcomes ztAuthenticationOutcomes() {
		return new AuthenticationOutcomes();
	}

}
