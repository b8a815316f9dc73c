package io.zerotrust.spring.web.endpoint;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.Declaration;
import io.zerotrust.spring.web.HandlerAnnotations;
import io.zerotrust.spring.web.Ruling;

/**
 * The policies of handlers, of what stands at them and what operators say, compiled when
 * they are first seen: at start for all that are mapped by then, at their first request
 * for those mapped later.
 *
 * @since 0.1.0
 */
public final class HandlerPolicies {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<Object, EndpointPolicy> policies = new ConcurrentHashMap<>();

	private volatile boolean ignoringBadCredentials;

	public HandlerPolicies(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Whether any handler seen so far ignores bad credentials.
	 */
	public boolean ignoringBadCredentials() {
		return this.ignoringBadCredentials;
	}

	public Object key(HandlerMethod handler) {
		// one JDK proxy class may stand for several handlers
		Object owner = Proxy.isProxyClass(handler.getBeanType()) ? handler.getBean() : handler.getBeanType();
		return new MethodKey(owner, handler.getMethod());
	}

	public EndpointPolicy policyOf(HandlerMethod handler, Ruling ruling) {
		Object key = ruled(key(handler), ruling);
		EndpointPolicy known = this.policies.get(key);
		return (known != null) ? known : remember(key, ruling.over(annotations(handler)));
	}

	public EndpointPolicy policyOf(Object handler, Ruling ruling) {
		return policyOf(AopUtils.getTargetClass(handler), ruling);
	}

	public EndpointPolicy policyOf(Class<?> type, Ruling ruling) {
		Object key = ruled(type, ruling);
		EndpointPolicy known = this.policies.get(key);
		return (known != null) ? known : remember(key, ruling.over(HandlerAnnotations.of(type)));
	}

	private static Object ruled(Object key, Ruling ruling) {
		return ruling.isEmpty() ? key : new RuledKey(key, ruling);
	}

	private EndpointPolicy remember(Object key, EndpointPolicy policy) {
		this.policies.putIfAbsent(key, policy);
		if (policy.ignoreBadCredentials()) {
			this.ignoringBadCredentials = true;
		}
		return policy;
	}

	private List<List<Declaration>> annotations(HandlerMethod handler) {
		Class<?> type = targetType(handler);
		Method method = AopUtils.getMostSpecificMethod(handler.getMethod(), type);
		return HandlerAnnotations.of(method, type);
	}

	/**
	 * The class behind a proxy: a JDK proxy shows none of its target's annotations.
	 */
	private Class<?> targetType(HandlerMethod handler) {
		Object bean = handler.getBean();
		if (bean instanceof String name) {
			boolean hidden = Proxy.isProxyClass(handler.getBeanType());
			bean = hidden ? this.beanFactory.getBean(name) : handler.getBeanType();
		}
		Class<?> type = (bean instanceof Class<?> known) ? known : AopUtils.getTargetClass(bean);
		return ClassUtils.getUserClass(type);
	}

	private record MethodKey(Object owner, Method method) {

	}

	private record RuledKey(Object handler, Ruling ruling) {

	}

}
