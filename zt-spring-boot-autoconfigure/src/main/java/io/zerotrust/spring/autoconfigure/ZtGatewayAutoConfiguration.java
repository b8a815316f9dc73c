package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;

import io.zerotrust.spring.web.RouteRules;
import io.zerotrust.spring.web.reactive.gateway.EarlyWeights;
import io.zerotrust.spring.web.reactive.gateway.GatewayRoutes;

/**
 * Auto-configuration for the routes of a Spring Cloud Gateway on WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtRouteAutoConfiguration.class,
		afterName = "org.springframework.cloud.gateway.config.GatewayAutoConfiguration")
@ConditionalOnClass(RouteLocator.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBean(RouteLocator.class)
public final class ZtGatewayAutoConfiguration {

	/**
	 * Before whatever frames Spring Security, whose filter has the order -100.
	 */
	private static final int BEFORE_SECURITY = -200;

	@Bean
	static EarlyWeights ztEarlyWeights() {
		return new EarlyWeights(BEFORE_SECURITY);
	}

	@Bean
	@ConditionalOnMissingBean
	GatewayRoutes ztGatewayRoutes(RouteLocator locator, RouteRules rules) {
		return new GatewayRoutes(locator, rules);
	}

}
