package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

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
		return isUsed(beans.getBeanProvider(Environment.class).getIfAvailable());
	}

	static boolean isUsed(@Nullable Environment environment) {
		return environment instanceof ConfigurableReactiveWebEnvironment;
	}

}
