package io.zerotrust.spring.web.reactive;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;

/**
 * Keeps the handlers of the application away from a management port of its own. There
 * Spring's dispatcher would ask the mappings of the application too, and its functional
 * routes.
 */
final class ManagementHandlers implements BeanPostProcessor {

	private final ApplicationContext management;

	ManagementHandlers(ApplicationContext management) {
		this.management = management;
	}

	@Override
	public @Nullable Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DispatcherHandler) ? new Dispatcher(this.management) : bean;
	}

	/**
	 * Asks the mappings of its own context alone.
	 */
	private static final class Dispatcher extends DispatcherHandler {

		Dispatcher(ApplicationContext context) {
			super(context);
		}

		@Override
		protected void initStrategies(ApplicationContext context) {
			DefaultListableBeanFactory own = new DefaultListableBeanFactory();
			context.getBeansOfType(HandlerMapping.class, true, false)
				.forEach((name, mapping) -> add(name, mapping, context, own));
			inherited(HandlerAdapter.class, context).forEach(own::registerSingleton);
			inherited(HandlerResultHandler.class, context).forEach(own::registerSingleton);
			GenericApplicationContext strategies = new GenericApplicationContext(own);
			strategies.refresh();
			super.initStrategies(strategies);
		}

		private static void add(String name, HandlerMapping mapping, ApplicationContext context,
				DefaultListableBeanFactory own) {
			if (!(mapping instanceof RouterFunctionMapping functional)) {
				own.registerSingleton(name, mapping);
				return;
			}
			// it has gathered the routes of the application too
			RouterFunction<?> routes = context.getBeansOfType(RouterFunction.class)
				.values()
				.stream()
				.<RouterFunction<?>>map((route) -> route)
				.reduce(RouterFunction::andOther)
				.orElse(null);
			if (routes != null) {
				RouterFunctionMapping local = new RouterFunctionMapping(routes);
				context.getBeanProvider(ServerCodecConfigurer.class)
					.ifUnique((codecs) -> local.setMessageReaders(codecs.getReaders()));
				local.setOrder(functional.getOrder());
				local.setApplicationContext(context);
				own.registerSingleton(name, local);
			}
		}

		private static <T> Map<String, T> inherited(Class<T> type, ApplicationContext context) {
			return BeanFactoryUtils.beansOfTypeIncludingAncestors(context, type, true, false);
		}

	}

}
