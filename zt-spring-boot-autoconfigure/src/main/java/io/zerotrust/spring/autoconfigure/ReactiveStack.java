package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.web.context.reactive.ConfigurableReactiveWebEnvironment;
import org.springframework.core.env.Environment;

/**
 * Tells whether requests are served without threads that wait.
 */
final class ReactiveStack {

	private ReactiveStack() {
	}

	static boolean isUsed(BeanFactory beans) {
		return isUsed(beans.getBean(Environment.class));
	}

	static boolean isUsed(Environment environment) {
		return environment instanceof ConfigurableReactiveWebEnvironment;
	}

}
