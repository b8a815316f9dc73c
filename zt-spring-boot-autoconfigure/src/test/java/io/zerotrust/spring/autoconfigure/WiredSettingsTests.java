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

class WiredSettingsTests {

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
	void processWhenChainsFitAreasThenGoesOn() {
		assertThatNoException().isThrownBy(() -> processChains("", WiredSettings.TOKENS));
		assertThatNoException()
			.isThrownBy(() -> processChains("/backoffice/**", WiredSettings.TOKENS, WiredSettings.AREAS));
	}

	@Test
	void processWhenChainsAreTheApplicationsOwnThenGoesOn() {
		assertThatNoException().isThrownBy(() -> processChains("/backoffice/**"));
	}

	@Test
	void processWhenChainForAreasIsMissingThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> processChains("/backoffice/**", WiredSettings.TOKENS))
			.withMessage("zt.credentials names where other credentials do, but the application was processed ahead of "
					+ "time without it, and its filter chains were chosen for that.");
	}

	@Test
	void processWhenChainForAreasIsLeftThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> processChains("", WiredSettings.TOKENS, WiredSettings.AREAS))
			.withMessage("zt.credentials does not name where other credentials do, but the application was processed "
					+ "ahead of time with it, and its filter chains were chosen for that.")
			.satisfies((problem) -> assertThat(problem.action())
				.isEqualTo("Process the application with the same zt.credentials that it runs with."));
	}

	@Test
	void processWhenLearningFitsThenGoesOn() {
		assertThatNoException().isThrownBy(() -> processLearning(null, WiredSettings.RISK, WiredSettings.LEARNED_RISK));
		assertThatNoException().isThrownBy(() -> processLearning("false", WiredSettings.RISK));
		assertThatNoException().isThrownBy(() -> processLearning(null));
	}

	@Test
	void processWhenLearningIsMissingOrLeftThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> processLearning(null, WiredSettings.RISK))
			.withMessage("zt.risk.learning is true, but the application was processed ahead of time with "
					+ "zt.risk.learning: false.")
			.satisfies((problem) -> assertThat(problem.action())
				.isEqualTo("Process the application with the same zt.risk.learning that it runs with."));
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> processLearning("false", WiredSettings.RISK, WiredSettings.LEARNED_RISK));
	}

	private static void processLearning(@Nullable String learning, String... beans) {
		MockEnvironment environment = new MockEnvironment();
		if (learning != null) {
			environment.setProperty("zt.risk.learning", learning);
		}
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition(WiredSettings.ENFORCING, new RootBeanDefinition(Object.class));
		for (String bean : beans) {
			beanFactory.registerBeanDefinition(bean, new RootBeanDefinition(Object.class));
		}
		new WiredSettings(environment).postProcessBeanFactory(beanFactory);
	}

	@Test
	void startWhenEnforcingThenMarked() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(WiredSettings.class)
			.hasSingleBean(WiredSettings.Enforcing.class));
	}

	@Test
	void startWhenObservingThenNotMarked() {
		this.runner.withPropertyValues("zt.mode=OBSERVE")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(WiredSettings.class)
				.doesNotHaveBean(WiredSettings.Enforcing.class));
	}

	private static void process(boolean enforcing, @Nullable String mode) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		if (enforcing) {
			beanFactory.registerBeanDefinition(WiredSettings.ENFORCING,
					new RootBeanDefinition(WiredSettings.Enforcing.class));
		}
		MockEnvironment environment = new MockEnvironment();
		if (mode != null) {
			environment.setProperty("zt.mode", mode);
		}
		new WiredSettings(environment).postProcessBeanFactory(beanFactory);
	}

	private static void processChains(String sessions, String... chains) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition(WiredSettings.ENFORCING,
				new RootBeanDefinition(WiredSettings.Enforcing.class));
		for (String chain : chains) {
			beanFactory.registerBeanDefinition(chain, new RootBeanDefinition(Object.class));
		}
		MockEnvironment environment = new MockEnvironment();
		if (!sessions.isEmpty()) {
			environment.setProperty("zt.credentials.session", sessions);
		}
		new WiredSettings(environment).postProcessBeanFactory(beanFactory);
	}

}
