package io.zerotrust.spring.autoconfigure;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Tells a decoder that Spring Boot or zt built from one the application made, which we
 * only tighten.
 */
final class PlatformDecoder {

	/**
	 * Name of the decoder of zt.
	 */
	static final String OURS = "ztJwtDecoder";

	private static final String BOOT = "org.springframework.boot.";

	private PlatformDecoder() {
	}

	static boolean isUsed(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(JwtDecoder.class, true, false)) {
			String maker = beanFactory.containsBeanDefinition(name) ? maker(beanFactory.getMergedBeanDefinition(name))
					: null;
			if (name.equals(OURS) || (maker != null && maker.startsWith(BOOT))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The class of the bean method. Bean definitions written ahead of time know the
	 * method, and need not know the bean it is called on.
	 */
	private static @Nullable String maker(BeanDefinition definition) {
		Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		return (method != null) ? method.getDeclaringClass().getName() : definition.getFactoryBeanName();
	}

}
