package io.zerotrust.spring.method;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.ProxyConfig;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Knows which types Spring can put a proxy in front of, and how it would.
 */
final class Proxying {

	private final BeanFactory beans;

	Proxying(BeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Say why no proxy can stand in front of a type.
	 * @return the obstacle, or {@code null} if there is none
	 */
	@Nullable String obstacle(Class<?> type) {
		if (byInterfaces(type)) {
			return null;
		}
		if (type.isRecord()) {
			return "is a record";
		}
		if (Modifier.isFinal(type.getModifiers())) {
			return "is final";
		}
		if (type.isSealed()) {
			return "is sealed";
		}
		return hasVisibleConstructor(type) ? null : "has private constructors only";
	}

	/**
	 * Whether the proxy has the interfaces of a type only, and is no subclass.
	 */
	boolean byInterfaces(Class<?> type) {
		if (type.isInterface() || Proxy.isProxyClass(type) || ClassUtils.isLambdaClass(type)) {
			return true;
		}
		boolean subclasses = !this.beans.containsBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
				|| this.beans.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME, ProxyConfig.class)
					.isProxyTargetClass();
		return !subclasses && hasInterfaces(type);
	}

	private static boolean hasInterfaces(Class<?> type) {
		for (Class<?> shown : ClassUtils.getAllInterfacesForClass(type)) {
			boolean callback = shown.getName().startsWith("org.springframework.beans.factory.")
					|| shown.getName().startsWith("org.springframework.context.")
					|| shown.getName().startsWith("java.");
			if (!callback && shown.getMethods().length > 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasVisibleConstructor(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (!Modifier.isPrivate(constructor.getModifiers())) {
				return true;
			}
		}
		return false;
	}

}
