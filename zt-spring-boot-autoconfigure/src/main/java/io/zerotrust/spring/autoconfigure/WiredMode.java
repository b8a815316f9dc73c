package io.zerotrust.spring.autoconfigure;

import java.util.Locale;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

import io.zerotrust.check.Mode;

/**
 * Holds the mode the application runs in against the one its beans were chosen for,
 * before any of them is made. Ahead of time they are chosen while the application is
 * built: beans for enforcing under a mode that observes would let everybody in.
 */
final class WiredMode implements BeanFactoryPostProcessor {

	/**
	 * Name of the bean that is there if the others were chosen for enforcing.
	 */
	static final String ENFORCING = "ztWiredForEnforcing";

	private final Environment environment;

	WiredMode(Environment environment) {
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
