package io.zerotrust.spring.web.reactive.gateway;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.gateway.filter.WeightCalculatorWebFilter;

/**
 * Lets weighted routes be drawn before the gates look ahead. Drawn later, as Spring Cloud
 * Gateway does, no weighted route would be there for them to see.
 *
 * @since 0.1.0
 */
public final class EarlyWeights implements BeanPostProcessor {

	private final int order;

	/**
	 * Create the post-processor.
	 * @param order where the filter stands that draws, before that of Spring Security
	 */
	public EarlyWeights(int order) {
		this.order = order;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof WeightCalculatorWebFilter weights) {
			weights.setOrder(this.order);
		}
		return bean;
	}

}
