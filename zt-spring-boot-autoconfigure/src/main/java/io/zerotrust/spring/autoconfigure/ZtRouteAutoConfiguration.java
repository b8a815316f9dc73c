package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.util.pattern.PathPatternParser;

import io.zerotrust.spring.web.RouteRules;

/**
 * Auto-configuration for the rules that stand in properties.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(PathPatternParser.class)
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtRouteAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RouteRules ztRouteRules(ZtProperties properties) {
		return new RouteSettings(properties).rules();
	}

}
