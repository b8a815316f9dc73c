package io.zerotrust.spring.web.servlet;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.spring.web.endpoint.FunctionRules;

/**
 * Gives every route of a {@link RouterFunction} bean the rule that stands at the bean's
 * factory method. The handler MVC resolves then says which bean it comes from, however
 * deep the routes are nested or filtered.
 */
final class RuledFunctions implements BeanPostProcessor {

	private static final String BUILT = "org.springframework.web.servlet.function.";

	private final FunctionRules rules;

	RuledFunctions(ConfigurableListableBeanFactory beanFactory) {
		this.rules = new FunctionRules(beanFactory);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof RouterFunction<?> routes && FunctionRules.areBuilt(bean, BUILT))
				? rule(routes, beanName) : bean;
	}

	private <T extends ServerResponse> RouterFunction<T> rule(RouterFunction<T> routes, String beanName) {
		return routes.filter(new Rule<>(beanName, this.rules.standAt(beanName)));
	}

	FunctionRules rules() {
		return this.rules;
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
		public T filter(ServerRequest request, HandlerFunction<T> next) throws Exception {
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
		public T handle(ServerRequest request) throws Exception {
			return this.handler.handle(request);
		}

	}

}
