package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Tells a decoder that Spring Boot built from one the application made, which we only
 * tighten.
 */
final class PlatformDecoder {

	private static final String BOOT = "org.springframework.boot.";

	private PlatformDecoder() {
	}

	static boolean isUsed(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(JwtDecoder.class, true, false)) {
			BeanDefinition definition = beanFactory.containsBeanDefinition(name) ? beanFactory.getBeanDefinition(name)
					: null;
			String factory = (definition != null) ? definition.getFactoryBeanName() : null;
			if (factory != null && factory.startsWith(BOOT)) {
				return true;
			}
		}
		return false;
	}

}
