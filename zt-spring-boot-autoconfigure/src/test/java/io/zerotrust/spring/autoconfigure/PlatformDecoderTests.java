package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.aot.BeanInstanceSupplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformDecoderTests {

	private static final String CONFIGURATION = OAuth2ResourceServerAutoConfiguration.class.getPackageName()
			+ ".JwtDecoderConfiguration";

	@Test
	void isUsedWhenBootsThenYes() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(OAuth2ResourceServerAutoConfiguration.class))
			.withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com")
			.run((context) -> assertThat(PlatformDecoder.isUsed(context.getBeanFactory())).isTrue());
	}

	@Test
	void isUsedWhenBootsWrittenAheadOfTimeThenYes() throws Exception {
		Class<?> boot = ClassUtils.forName(CONFIGURATION, getClass().getClassLoader());
		assertThat(PlatformDecoder.isUsed(aheadOfTime(boot, "jwtDecoderByIssuerUri"))).isTrue();
	}

	@Test
	void isUsedWhenOwnWrittenAheadOfTimeThenNo() {
		assertThat(PlatformDecoder.isUsed(aheadOfTime(Own.class, "decoder"))).isFalse();
	}

	@Test
	void isUsedWhenOwnThenNo() {
		new ApplicationContextRunner().withUserConfiguration(Own.class)
			.run((context) -> assertThat(PlatformDecoder.isUsed(context.getBeanFactory())).isFalse());
	}

	@Test
	void isUsedWhenNoneThenNo() {
		assertThat(PlatformDecoder.isUsed(new DefaultListableBeanFactory())).isFalse();
	}

	/**
	 * As generated code has it, and without the bean the method is called on.
	 */
	private static DefaultListableBeanFactory aheadOfTime(Class<?> configuration, String method) {
		RootBeanDefinition definition = new RootBeanDefinition(SupplierJwtDecoder.class);
		definition.setInstanceSupplier(BeanInstanceSupplier.forFactoryMethod(configuration, method));
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition("decoder", definition);
		return beanFactory;
	}

	static class Own {

		@Bean
		JwtDecoder decoder() {
			return new SupplierJwtDecoder(() -> {
				throw new IllegalStateException("not asked");
			});
		}

	}

}
