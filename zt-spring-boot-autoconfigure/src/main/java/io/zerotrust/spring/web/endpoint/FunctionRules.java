package io.zerotrust.spring.web.endpoint;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.Declaration;
import io.zerotrust.policy.PolicyCompiler;
import io.zerotrust.spring.web.HandlerAnnotations;
import io.zerotrust.spring.web.Ruling;

/**
 * The rules that stand at the factory methods of beans with functional routes.
 *
 * @since 0.1.0
 */
public final class FunctionRules {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<Key, EndpointPolicy> policies = new ConcurrentHashMap<>();

	private volatile boolean ignoringBadCredentials;

	/**
	 * Create the rules.
	 * @param beanFactory the bean factory of the application
	 */
	public FunctionRules(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Whether routes are built by Spring's builders. A class of the application's own may
	 * be asked for by its type: it stays as it is, uncovered.
	 * @param bean a bean with routes
	 * @param builders the package of the builders, with a dot at its end
	 * @return {@code true} if nobody can tell a filter around the routes
	 */
	public static boolean areBuilt(Object bean, String builders) {
		Class<?> type = bean.getClass();
		return type.getName().startsWith(builders) || type.isSynthetic() || type.isHidden();
	}

	/**
	 * Whether a rule stands at the factory method of a bean.
	 * @param beanName the bean
	 * @return {@code true} if its author ruled on it
	 */
	public boolean standAt(String beanName) {
		return PolicyCompiler.compile(annotations(beanName)).admission() != Admission.UNCOVERED;
	}

	/**
	 * Whether any routes seen so far ignore bad credentials.
	 * @return {@code true} if some do
	 */
	public boolean ignoringBadCredentials() {
		return this.ignoringBadCredentials;
	}

	/**
	 * Return the policy of the routes of a bean that have a pattern.
	 * @param beanName the bean
	 * @param ruling what the operator says about the pattern
	 * @return the policy
	 */
	public EndpointPolicy policyOf(String beanName, Ruling ruling) {
		Key key = new Key(beanName, ruling);
		EndpointPolicy known = this.policies.get(key);
		if (known != null) {
			return known;
		}
		EndpointPolicy policy = ruling.over(annotations(beanName));
		this.policies.put(key, policy);
		if (policy.ignoreBadCredentials()) {
			this.ignoringBadCredentials = true;
		}
		return policy;
	}

	private List<List<Declaration>> annotations(String beanName) {
		Method method = factoryMethod(beanName);
		return (method != null) ? HandlerAnnotations.ofBeanMethod(method) : List.of();
	}

	private @Nullable Method factoryMethod(String beanName) {
		if (!this.beanFactory.containsBeanDefinition(beanName)) {
			return null;
		}
		return (this.beanFactory.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition)
				? definition.getResolvedFactoryMethod() : null;
	}

	private record Key(String beanName, Ruling ruling) {

	}

}
