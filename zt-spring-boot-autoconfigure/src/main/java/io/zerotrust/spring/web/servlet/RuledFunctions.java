package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.PolicyCompiler;
import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * Gives every route of a {@link RouterFunction} bean the rule that stands at the bean's
 * factory method. The handler MVC resolves then carries its policy, however deep the
 * routes are nested or filtered.
 */
final class RuledFunctions implements BeanPostProcessor {

	private static final String BUILT = "org.springframework.web.servlet.function.";

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<String, EndpointPolicy> policies = new ConcurrentHashMap<>();

	private volatile boolean ignoringBadCredentials;

	RuledFunctions(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		// a class of the application's own may be asked for by its type: it stays,
		// uncovered
		boolean built = bean.getClass().getName().startsWith(BUILT) || bean.getClass().isSynthetic()
				|| bean.getClass().isHidden();
		return (built && bean instanceof RouterFunction<?> routes) ? rule(routes, beanName) : bean;
	}

	private <T extends ServerResponse> RouterFunction<T> rule(RouterFunction<T> routes, String beanName) {
		EndpointPolicy policy = policyOf(beanName);
		return routes.filter(new Rule<>(beanName, policy));
	}

	/**
	 * Whether any routes ignore bad credentials.
	 */
	boolean ignoringBadCredentials() {
		return this.ignoringBadCredentials;
	}

	/**
	 * Return the policy of all routes of a bean.
	 */
	EndpointPolicy policyOf(String beanName) {
		EndpointPolicy policy = this.policies.computeIfAbsent(beanName, this::compile);
		if (policy.ignoreBadCredentials()) {
			this.ignoringBadCredentials = true;
		}
		return policy;
	}

	private EndpointPolicy compile(String beanName) {
		Method method = factoryMethod(beanName);
		if (method != null) {
			return PolicyCompiler.compile(HandlerAnnotations.ofBeanMethod(method));
		}
		return EndpointPolicy.uncovered();
	}

	private @Nullable Method factoryMethod(String beanName) {
		if (!this.beanFactory.containsBeanDefinition(beanName)) {
			return null;
		}
		return (this.beanFactory.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition)
				? definition.getResolvedFactoryMethod() : null;
	}

	/**
	 * A filter that does not filter, but lets the handler carry its policy.
	 */
	private static final class Rule<T extends ServerResponse> implements HandlerFilterFunction<T, T> {

		private final String beanName;

		private final EndpointPolicy policy;

		Rule(String beanName, EndpointPolicy policy) {
			this.beanName = beanName;
			this.policy = policy;
		}

		@Override
		public HandlerFunction<T> apply(HandlerFunction<T> handler) {
			boolean ruled = handler instanceof RuledHandler<T> inner
					&& inner.policy().admission() != Admission.UNCOVERED;
			// routes of another bean keep the rule that stands nearer to them
			return ruled ? handler : new RuledHandler<>(this.beanName, this.policy, handler);
		}

		@Override
		public T filter(ServerRequest request, HandlerFunction<T> next) throws Exception {
			return next.handle(request);
		}

	}

	/**
	 * A functional handler that carries its policy.
	 */
	record RuledHandler<T extends ServerResponse>(String beanName, EndpointPolicy policy,
			HandlerFunction<T> handler) implements HandlerFunction<T> {

		@Override
		public T handle(ServerRequest request) throws Exception {
			return this.handler.handle(request);
		}

	}

}
