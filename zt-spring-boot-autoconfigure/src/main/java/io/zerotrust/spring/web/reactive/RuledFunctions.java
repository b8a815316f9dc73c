package io.zerotrust.spring.web.reactive;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.Declaration;
import io.zerotrust.policy.PolicyCompiler;
import io.zerotrust.spring.web.HandlerAnnotations;
import io.zerotrust.spring.web.Ruling;

/**
 * Gives every route of a {@link RouterFunction} bean the rule that stands at the bean's
 * factory method. The handler WebFlux resolves then says which bean it comes from,
 * however deep the routes are nested or filtered.
 */
final class RuledFunctions implements BeanPostProcessor {

	private static final String BUILT = "org.springframework.web.reactive.function.server.";

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<Key, EndpointPolicy> policies = new ConcurrentHashMap<>();

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
		boolean ruled = PolicyCompiler.compile(annotations(beanName)).admission() != Admission.UNCOVERED;
		return routes.filter(new Rule<>(beanName, ruled));
	}

	/**
	 * Whether any routes ignore bad credentials.
	 */
	boolean ignoringBadCredentials() {
		return this.ignoringBadCredentials;
	}

	/**
	 * Return the policy of the routes of a bean that have a pattern.
	 * @param ruling what the operator says about the pattern
	 */
	EndpointPolicy policyOf(String beanName, Ruling ruling) {
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

	/**
	 * A filter that does not filter, but lets the handler say which bean it comes from.
	 */
	private static final class Rule<T extends ServerResponse> implements HandlerFilterFunction<T, T> {

		private final String beanName;

		private final boolean ruled;

		Rule(String beanName, boolean ruled) {
			this.beanName = beanName;
			this.ruled = ruled;
		}

		@Override
		public HandlerFunction<T> apply(HandlerFunction<T> handler) {
			boolean nearer = handler instanceof RuledHandler<T> inner && inner.ruled();
			// routes of another bean keep the rule that stands nearer to them
			return nearer ? handler : new RuledHandler<>(this.beanName, this.ruled, handler);
		}

		@Override
		public Mono<T> filter(ServerRequest request, HandlerFunction<T> next) {
			return next.handle(request);
		}

	}

	/**
	 * A functional handler that says which bean it comes from.
	 *
	 * @param beanName the bean whose factory method has the rule
	 * @param ruled whether a rule stands there
	 * @param handler the handler
	 */
	record RuledHandler<T extends ServerResponse>(String beanName, boolean ruled,
			HandlerFunction<T> handler) implements HandlerFunction<T> {

		@Override
		public Mono<T> handle(ServerRequest request) {
			return this.handler.handle(request);
		}

	}

}
