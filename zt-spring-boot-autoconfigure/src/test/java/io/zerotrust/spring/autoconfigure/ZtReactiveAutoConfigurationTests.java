package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ZtReactiveAutoConfigurationTests {

	private static final AutoConfigurations REACTIVE = AutoConfigurations.of(ZtReactiveAutoConfiguration.class);

	@Test
	void startWhenWebFluxThenFailsInsteadOfGuardingNothing() {
		new ReactiveWebApplicationContextRunner().withConfiguration(REACTIVE)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("This is a WebFlux application, and zt guards servlet applications only."));
	}

	@Test
	void startWhenWebFluxIsObservedThenOnlySaysSo() {
		new ReactiveWebApplicationContextRunner().withConfiguration(REACTIVE)
			.withPropertyValues("zt.mode=observe")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenServletThenNothingIsSaid() {
		new WebApplicationContextRunner().withConfiguration(REACTIVE)
			.run((context) -> assertThat(context).doesNotHaveBean("ztReactiveIsNotGuarded"));
	}

}
