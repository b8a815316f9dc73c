package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ZtUnguardedAutoConfigurationTests {

	private static final AutoConfigurations UNGUARDED = AutoConfigurations.of(ZtUnguardedAutoConfiguration.class);

	@Test
	void startWhenNoStackIsGuardedThenFailsInsteadOfGuardingNothing() {
		new ReactiveWebApplicationContextRunner().withConfiguration(UNGUARDED)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("This is a web application without Spring MVC and WebFlux, and zt guards these two only."));
	}

	@Test
	void startWhenObservedThenOnlySaysSo() {
		new ReactiveWebApplicationContextRunner().withConfiguration(UNGUARDED)
			.withPropertyValues("zt.mode=observe")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenServletWithoutMvcThenFailsToo() {
		new WebApplicationContextRunner().withConfiguration(UNGUARDED)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void startWhenNoWebApplicationThenNothingIsSaid() {
		new ApplicationContextRunner().withConfiguration(UNGUARDED)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("ztStackIsNotGuarded"));
	}

}
