package io.zerotrust.spring.autoconfigure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;

/**
 * Beans with rules in places where nobody would look for them.
 */
final class UnaskedServices {

	private UnaskedServices() {
	}

	interface Contract {

		@RequiresScope("ruled")
		String ruled();

	}

	@Configuration(proxyBeanMethods = false)
	static class ContractSettings implements Contract {

		@Override
		public String ruled() {
			return "ran";
		}

	}

	@RequiresScope("ruled")
	abstract static class Typed {

		public String ruled() {
			return "ran";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TypedSettings extends Typed {

	}

	@Controller
	static class ContractController implements Contract {

		@Override
		public String ruled() {
			return "ran";
		}

	}

	@AnyAuthenticated(reason = "the method says more")
	static class Handler implements HttpRequestHandler {

		@Override
		@RequiresScope("ruled")
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			// nothing to say
		}

	}

	@AnyAuthenticated(reason = "the contract says more")
	static class ContractHandler implements HttpRequestHandler, Contract {

		@Override
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			// nothing to say
		}

		@Override
		public String ruled() {
			return "ran";
		}

	}

	interface Shown {

		String ruled();

	}

	static class Hidden implements Shown {

		@Override
		@RequiresScope("ruled")
		public final String ruled() {
			return "ran";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Late {

		@Bean
		@Lazy
		Shown late() {
			return new Hidden();
		}

	}

	static class Contracts implements FactoryBean<Contract> {

		@Override
		public Contract getObject() {
			return () -> "ran";
		}

		@Override
		public Class<?> getObjectType() {
			return Contract.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyProduct {

		@Bean
		static BeanFactoryPostProcessor needy(Contract product) {
			return (beanFactory) -> product.ruled();
		}

		@Bean
		static Contracts product() {
			return new Contracts();
		}

	}

	/**
	 * A proxy of Spring's around an object that has no rules itself, as a repository is.
	 */
	@Configuration(proxyBeanMethods = false)
	static class EarlyProxy {

		@Bean
		static BeanFactoryPostProcessor needy(Contract proxy) {
			return (beanFactory) -> proxy.ruled();
		}

		@Bean
		static Contract proxy() {
			return ProxyFactory.getProxy(Contract.class, (MethodInterceptor) (invocation) -> "ran");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TimelyProduct {

		@Bean
		Contracts product() {
			return new Contracts();
		}

		@Bean
		Contract proxy() {
			ProxyFactory factory = new ProxyFactory(new Object());
			factory.addInterface(Contract.class);
			factory.addAdvice((MethodInterceptor) (invocation) -> "ran");
			return (Contract) factory.getProxy();
		}

		@Bean
		@Scope(value = ConfigurableBeanFactory.SCOPE_PROTOTYPE, proxyMode = ScopedProxyMode.INTERFACES)
		Contract scoped() {
			return () -> "ran";
		}

	}

}
