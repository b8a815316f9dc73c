package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.PolicyCompiler;
import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * The policies of annotated handlers, compiled when they are first seen: at start for all
 * that are mapped by then, at their first request for those mapped later.
 */
final class HandlerPolicies {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<Object, EndpointPolicy> policies = new ConcurrentHashMap<>();

	private volatile boolean ignoringBadCredentials;

	HandlerPolicies(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Whether any handler seen so far ignores bad credentials.
	 */
	boolean ignoringBadCredentials() {
		return this.ignoringBadCredentials;
	}

	Object key(HandlerMethod handler) {
		// one JDK proxy class may stand for several handlers
		Object owner = Proxy.isProxyClass(handler.getBeanType()) ? handler.getBean() : handler.getBeanType();
		return new MethodKey(owner, handler.getMethod());
	}

	EndpointPolicy policyOf(HandlerMethod handler) {
		EndpointPolicy known = this.policies.get(key(handler));
		return (known != null) ? known : remember(key(handler), compile(handler));
	}

	EndpointPolicy policyOf(Object handler) {
		return policyOf(AopUtils.getTargetClass(handler));
	}

	EndpointPolicy policyOf(Class<?> type) {
		EndpointPolicy known = this.policies.get(type);
		return (known != null) ? known : remember(type, PolicyCompiler.compile(HandlerAnnotations.of(type)));
	}

	private EndpointPolicy remember(Object key, EndpointPolicy policy) {
		this.policies.putIfAbsent(key, policy);
		if (policy.ignoreBadCredentials()) {
			this.ignoringBadCredentials = true;
		}
		return policy;
	}

	private EndpointPolicy compile(HandlerMethod handler) {
		Class<?> type = targetType(handler);
		Method method = AopUtils.getMostSpecificMethod(handler.getMethod(), type);
		return PolicyCompiler.compile(HandlerAnnotations.of(method, type));
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

}
