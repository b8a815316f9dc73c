package io.zerotrust.spring.autoconfigure;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.zerotrust.spring.web.servlet.ServletGates;

/**
 * Registers the filters around Spring Security's: in the application, and again in a
 * management context of its own, which inherits none.
 */
@Configuration(proxyBeanMethods = false)
class ServletFilterRegistrations {

	@Bean
	FilterRegistrationBean<Filter> ztOutcomeFilter(ServletGates gates, Environment environment) {
		return registration(gates.outcomes(), "ztOutcomeFilter", securityOrder(environment) - 2);
	}

	@Bean
	FilterRegistrationBean<Filter> ztRefusalFilter(ServletGates gates, Environment environment) {
		return registration(gates.refusals(), "ztRefusalFilter", securityOrder(environment) - 1);
	}

	@Bean
	FilterRegistrationBean<Filter> ztCoverageFilter(ServletGates gates, Environment environment) {
		return registration(gates.coverage(), "ztCoverageFilter", securityOrder(environment) + 1);
	}

	private static int securityOrder(Environment environment) {
		return environment.getProperty("spring.security.filter.order", Integer.class,
				SecurityFilterProperties.DEFAULT_FILTER_ORDER);
	}

	private static FilterRegistrationBean<Filter> registration(Filter filter, String name, int order) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setName(name);
		registration.setOrder(order);
		registration.setAsyncSupported(true);
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		return registration;
	}

}
