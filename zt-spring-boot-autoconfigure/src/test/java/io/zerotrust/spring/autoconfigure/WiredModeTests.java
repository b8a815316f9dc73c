package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class WiredModeTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZtCoreAutoConfiguration.class, ZtTokenAutoConfiguration.class,
				ZtRiskAutoConfiguration.class, ZtRouteAutoConfiguration.class))
		.withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
				"spring.security.oauth2.resourceserver.jwt.audiences=orders");

	@Test
	void processWhenWiredForThatModeThenGoesOn() {
		assertThatNoException().isThrownBy(() -> process(true, "enforce"));
		assertThatNoException().isThrownBy(() -> process(true, null));
		assertThatNoException().isThrownBy(() -> process(false, "OBSERVE"));
	}

	@Test
	void processWhenWiredForEnforcingAndObservingThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(() -> process(true, "observe"))
			.withMessage("zt.mode is observe, but the application was processed ahead of time with zt.mode: enforce, "
					+ "and its beans were chosen for that.")
			.satisfies((problem) -> assertThat(problem.action())
				.isEqualTo("Set zt.mode: enforce, or process the application with zt.mode: observe."));
	}

	@Test
	void processWhenWiredForObservingAndEnforcingThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(() -> process(false, null))
			.withMessage("zt.mode is enforce, but the application was processed ahead of time with zt.mode: observe, "
					+ "and its beans were chosen for that.")
			.satisfies((problem) -> assertThat(problem.action())
				.isEqualTo("Set zt.mode: observe, or process the application with zt.mode: enforce."));
	}

	@Test
	void startWhenEnforcingThenMarked() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(WiredMode.class)
			.hasSingleBean(WiredMode.Enforcing.class));
	}

	@Test
	void startWhenObservingThenNotMarked() {
		this.runner.withPropertyValues("zt.mode=OBSERVE")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(WiredMode.class)
				.doesNotHaveBean(WiredMode.Enforcing.class));
	}

	private static void process(boolean enforcing, @Nullable String mode) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		if (enforcing) {
			beanFactory.registerBeanDefinition(WiredMode.ENFORCING, new RootBeanDefinition(WiredMode.Enforcing.class));
		}
		MockEnvironment environment = new MockEnvironment();
		if (mode != null) {
			environment.setProperty("zt.mode", mode);
		}
		new WiredMode(environment).postProcessBeanFactory(beanFactory);
	}

}
