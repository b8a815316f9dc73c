package io.zerotrust.spring.autoconfigure;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Tells a decoder that Spring Boot or zt built from one the application made, which we
 * only tighten.
 */
final class PlatformDecoder {

	/**
	 * Name of the decoder of zt.
	 */
	static final String OURS = "ztJwtDecoder";

	/**
	 * Name of the decoder of zt in a reactive application.
	 */
	static final String REACTIVE = "ztReactiveJwtDecoder";

	private static final String BOOT = "org.springframework.boot.";

	private PlatformDecoder() {
	}

	/**
	 * Whether the decoder is zt's.
	 */
	static boolean isOurs(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.containsBeanDefinition(OURS) || beanFactory.containsBeanDefinition(REACTIVE);
	}

	/**
	 * Return the names of the decoders that requests are served with. Spring Boot makes
	 * one of the other stack too, which nobody asks.
	 */
	static String[] names(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.getBeanNamesForType(
				ReactiveStack.isUsed(beanFactory) ? ReactiveJwtDecoder.class : JwtDecoder.class, true, false);
	}

	static boolean isUsed(ConfigurableListableBeanFactory beanFactory) {
		for (String name : names(beanFactory)) {
			String maker = beanFactory.containsBeanDefinition(name) ? maker(beanFactory.getMergedBeanDefinition(name))
					: null;
			if (name.equals(OURS) || name.equals(REACTIVE) || (maker != null && maker.startsWith(BOOT))) {
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
