package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Method;
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
		return new MethodKey(handler.getBeanType(), handler.getMethod());
	}

	EndpointPolicy policyOf(HandlerMethod handler) {
		EndpointPolicy known = this.policies.get(key(handler));
		return (known != null) ? known : remember(key(handler), compile(handler));
	}

	EndpointPolicy policyOf(Object handler) {
		Class<?> type = AopUtils.getTargetClass(handler);
		EndpointPolicy known = this.policies.get(type);
		return (known != null) ? known : remember(type, PolicyCompiler.compile(HandlerAnnotations.of(type)));
	}

	private EndpointPolicy remember(Object key, EndpointPolicy policy) {
		this.policies.putIfAbsent(key, policy);
		this.ignoringBadCredentials |= policy.ignoreBadCredentials();
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
			Object singleton = this.beanFactory.getSingleton(name);
			return ClassUtils
				.getUserClass((singleton != null) ? AopUtils.getTargetClass(singleton) : handler.getBeanType());
		}
		return ClassUtils.getUserClass(AopUtils.getTargetClass(bean));
	}

	private record MethodKey(Class<?> type, Method method) {

	}

}
