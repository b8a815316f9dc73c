package io.zerotrust.spring.journey;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.RequiresScope;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Controllers whose rules are not where a plain look finds them.
 */
class AnnotationJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Api.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/final", "/hidden", "/inherited", "/subclassed", "/interfaced", "/prototype" })
	void getThenTheRuleIsFound(String path) throws IOException {
		assertRefused(application.get(path), 401, "subject.missing");
		assertRefused(application.get(path, application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get(path, application.bearer("ruled")).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly(path);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Final.class, Hidden.class, Inherits.class, Subclassed.class, Interfaced.class, Prototype.class })
	static class Api {

		@Bean
		static BeanPostProcessor proxies() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (!(bean instanceof Subclassed || bean instanceof Interfaced)) {
						return bean;
					}
					ProxyFactory proxy = new ProxyFactory(bean);
					proxy.setProxyTargetClass(bean instanceof Subclassed);
					proxy.addAdvisor(new DefaultPointcutAdvisor(
							(org.aopalliance.intercept.MethodInterceptor) org.aopalliance.intercept.Joinpoint::proceed));
					return proxy.getProxy();
				}

			};
		}

	}

	@RestController
	static final class Final {

		@GetMapping("/final")
		@RequiresScope("ruled")
		String get() {
			return Ran.record("/final");
		}

	}

	@RestController
	@RequiresScope("ruled")
	static class Hidden {

		@GetMapping("/hidden")
		String get() {
			return Ran.record("/hidden");
		}

	}

	abstract static class Base {

		@GetMapping("/inherited")
		public String inherited() {
			return Ran.record("/inherited");
		}

	}

	interface Rules {

		@RequiresScope("ruled")
		String inherited();

	}

	@RestController
	static class Inherits extends Base implements Rules {

	}

	@RestController
	static class Subclassed {

		@GetMapping("/subclassed")
		@RequiresScope("ruled")
		public String get() {
			return Ran.record("/subclassed");
		}

	}

	@RestController
	interface Mapped {

		@GetMapping("/interfaced")
		String get();

	}

	@RestController
	@RequiresScope("ruled")
	static class Interfaced implements Mapped {

		@Override
		public String get() {
			return Ran.record("/interfaced");
		}

	}

	@RestController
	@Scope("prototype")
	static class Prototype {

		@GetMapping("/prototype")
		@RequiresScope("ruled")
		String get() {
			return Ran.record("/prototype");
		}

	}

}
