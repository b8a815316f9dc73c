package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.zerotrust.check.Mode;

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
	void startWhenWiredForThatModeThenGoesOn() {
		assertThatNoException()
			.isThrownBy(() -> new WiredMode(Mode.ENFORCE, Mode.ENFORCE).afterSingletonsInstantiated());
		assertThatNoException()
			.isThrownBy(() -> new WiredMode(Mode.OBSERVE, Mode.OBSERVE).afterSingletonsInstantiated());
	}

	@Test
	void startWhenWiredForEnforcingAndObservingThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> new WiredMode(Mode.ENFORCE, Mode.OBSERVE).afterSingletonsInstantiated())
			.satisfies((problem) -> assertThat(problem.action())
				.isEqualTo("Set zt.mode: enforce, or process the application with zt.mode: observe."))
			.withMessage("zt.mode is observe, but the application was processed ahead of time with zt.mode: enforce, "
					+ "and its beans were chosen for that.");
	}

	@Test
	void startWhenWiredForObservingAndEnforcingThenFails() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> new WiredMode(Mode.OBSERVE, Mode.ENFORCE).afterSingletonsInstantiated())
			.satisfies((problem) -> assertThat(problem.action())
				.isEqualTo("Set zt.mode: observe, or process the application with zt.mode: enforce."))
			.withMessage("zt.mode is enforce, but the application was processed ahead of time with zt.mode: observe, "
					+ "and its beans were chosen for that.");
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

	/**
	 * The marker is what is left of the build's condition.
	 */
	@Test
	void startWhenMarkerOfTheBuildIsThereAndObservingThenFails() {
		this.runner.withPropertyValues("zt.mode=observe")
			.withBean(WiredMode.Enforcing.class, WiredMode.Enforcing::new)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(MisconfigurationException.class)
				.hasMessageContaining("processed ahead of time with zt.mode: enforce"));
	}

}
