package io.zerotrust.spring.autoconfigure;

import java.util.Locale;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

import io.zerotrust.check.Mode;

/**
 * Holds the settings that beans are chosen by against those of the build, before any bean
 * is made. Ahead of time beans are chosen while the application is built: those for
 * enforcing under a mode that observes would let everybody in.
 */
final class WiredSettings implements BeanFactoryPostProcessor {

	/**
	 * Name of the bean that is there if the others were chosen for enforcing.
	 */
	static final String ENFORCING = "ztWiredForEnforcing";

	/**
	 * Names of the filter chains an application without any gets.
	 */
	static final String TOKENS = "ztDefaultSecurityFilterChain";

	static final String AREAS = "ztAreasSecurityFilterChain";

	/**
	 * Names of the checks on risk, with and without what is learned.
	 */
	static final String RISK = "ztRiskChecks";

	static final String LEARNED_RISK = "ztLearnedRiskChecks";

	private final Environment environment;

	WiredSettings(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		Mode wired = beanFactory.containsBeanDefinition(ENFORCING) ? Mode.ENFORCE : Mode.OBSERVE;
		Mode running = ConditionalOnEnforcing.OnEnforcing.mode(this.environment);
		if (wired != running) {
			throw new MisconfigurationException(
					"zt.mode is " + text(running) + ", but the application was processed ahead of time with zt.mode: "
							+ text(wired) + ", and its beans were chosen for that.",
					"Set zt.mode: " + text(wired) + ", or process the application with zt.mode: " + text(running)
							+ ".");
		}
		boolean chained = beanFactory.containsBeanDefinition(AREAS);
		boolean areas = ConditionalOnCredentialAreas.OnCredentialAreas.areas(this.environment);
		if (beanFactory.containsBeanDefinition(TOKENS) && chained != areas) {
			throw new MisconfigurationException(
					"zt.credentials " + (areas ? "names" : "does not name") + " where other credentials do, but the "
							+ "application was processed ahead of time " + (areas ? "without" : "with")
							+ " it, and its filter chains were chosen for that.",
					"Process the application with the same zt.credentials that it runs with.");
		}
		verifyLearning(beanFactory);
	}

	private void verifyLearning(ConfigurableListableBeanFactory beanFactory) {
		boolean learns = beanFactory.containsBeanDefinition(LEARNED_RISK);
		boolean wanted = this.environment.getProperty("zt.risk.learning", Boolean.class, true);
		if (beanFactory.containsBeanDefinition(RISK) && learns != wanted) {
			throw new MisconfigurationException("zt.risk.learning is " + wanted
					+ ", but the application was processed ahead of time with zt.risk.learning: " + learns + ".",
					"Process the application with the same zt.risk.learning that it runs with.");
		}
	}

	private static String text(Mode mode) {
		return mode.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Marks that beans were chosen for enforcing.
	 */
	record Enforcing() {

	}

}
