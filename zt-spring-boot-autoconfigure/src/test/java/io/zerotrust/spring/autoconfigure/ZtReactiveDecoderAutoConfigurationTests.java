package io.zerotrust.spring.autoconfigure;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.JwkSetUriReactiveJwtDecoderBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;

import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.spring.token.ReactiveIssuerIntrospector;
import io.zerotrust.spring.token.ReactiveVerifyingJwtDecoder;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.spring.token.TokenReading;
import io.zerotrust.spring.token.VerifyingJwtDecoder;
import io.zerotrust.token.AlgorithmCheck;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who verifies tokens in a reactive application: zt in place of Spring Boot, the
 * application in place of zt.
 */
class ZtReactiveDecoderAutoConfigurationTests {

	private static final AutoConfigurations ALL = AutoConfigurations.of(ZtTokenAutoConfiguration.class,
			ZtSignatureAutoConfiguration.class, ZtDecoderAutoConfiguration.class,
			ZtReactiveDecoderAutoConfiguration.class, ZtKeyAutoConfiguration.class,
			ZtIntrospectionAutoConfiguration.class, ZtReactiveIntrospectionAutoConfiguration.class,
			OAuth2ResourceServerAutoConfiguration.class, ReactiveOAuth2ResourceServerAutoConfiguration.class);

	private static final String[] JWT = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example",
			"spring.security.oauth2.resourceserver.jwt.audiences=orders" };

	private static final String[] OPAQUE = {
			"spring.security.oauth2.resourceserver.opaquetoken.introspection-uri=https://idp.example/ask",
			"spring.security.oauth2.resourceserver.opaquetoken.client-id=orders",
			"spring.security.oauth2.resourceserver.opaquetoken.client-secret=hush",
			"zt.token.issuer=https://idp.example", "zt.token.audiences=orders" };

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(ALL);

	@Test
	void decoderWhenReactiveThenOursAlone() {
		this.reactive.withPropertyValues(JWT).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveJwtDecoder.class)
				.hasSingleBean(ReactiveVerifyingJwtDecoder.class);
			assertThat(context).doesNotHaveBean(VerifyingJwtDecoder.class);
			assertThat(context.getBean(ReactiveVerifyingJwtDecoder.class).knows("https://idp.example")).isTrue();
			assertThat(context.getBean(TokenIssuers.class).all()).hasSize(1);
			assertThat(context.getBean(TokenReading.class).isNeeded()).isFalse();
			assertThat(usesAlgorithmCheck(context.getBeansOfType(PlacedChecks.class).values())).isTrue();
			assertThat(PlatformDecoder.isUsed(context.getBeanFactory())).isTrue();
			assertThat(new PlatformRules(context.getEnvironment()).problems()).isEmpty();
		});
	}

	@Test
	void decoderWhenServletThenTheBlockingOne() {
		new WebApplicationContextRunner().withConfiguration(ALL).withPropertyValues(JWT).run((context) -> {
			assertThat(context).hasSingleBean(VerifyingJwtDecoder.class);
			assertThat(context).doesNotHaveBean(ReactiveVerifyingJwtDecoder.class);
		});
	}

	// Spring Boot still makes a decoder of the other stack, which nobody asks
	@Test
	void decoderWhenApplicationHasItsOwnThenItAndNoBlockingOneMisleads() {
		this.reactive.withPropertyValues(JWT).withUserConfiguration(Own.class).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveJwtDecoder.class);
			assertThat(context).doesNotHaveBean(ReactiveVerifyingJwtDecoder.class);
			assertThat(context).hasSingleBean(JwtDecoder.class);
			assertThat(PlatformDecoder.isUsed(context.getBeanFactory())).isFalse();
			assertThat(context.getBean(TokenReading.class).isNeeded()).isTrue();
			assertThat(context.getBean(TokenIssuers.class).all()).isEmpty();
			assertThat(usesAlgorithmCheck(context.getBeansOfType(PlacedChecks.class).values())).isFalse();
		});
	}

	@Test
	void decoderWhenApplicationCustomizesBootsThenBoots() {
		this.reactive.withPropertyValues(JWT).withUserConfiguration(Customized.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ReactiveVerifyingJwtDecoder.class);
			assertThat(context).hasSingleBean(ReactiveJwtDecoder.class);
			assertThat(PlatformDecoder.isUsed(context.getBeanFactory())).isTrue();
		});
	}

	@Test
	void decoderWhenObservedThenBoots() {
		this.reactive.withPropertyValues(JWT)
			.withPropertyValues("zt.mode=observe")
			.run((context) -> assertThat(context).hasSingleBean(ReactiveJwtDecoder.class)
				.doesNotHaveBean(ReactiveVerifyingJwtDecoder.class));
	}

	@Test
	void introspectorWhenReactiveThenOursAlone() {
		this.reactive.withPropertyValues(OPAQUE).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveOpaqueTokenIntrospector.class)
				.hasSingleBean(ReactiveIssuerIntrospector.class);
			assertThat(context).hasSingleBean(OpaqueTokenIntrospector.class).hasSingleBean(IssuerIntrospector.class);
			assertThat(context).doesNotHaveBean(ReactiveJwtDecoder.class);
			assertThat(context.getBean(TokenReading.class).objection("opaque")).isNull();
		});
	}

	@Test
	void introspectorWhenApplicationHasItsOwnThenIt() {
		this.reactive.withPropertyValues(OPAQUE).withUserConfiguration(OwnIntrospector.class).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveOpaqueTokenIntrospector.class);
			assertThat(context).doesNotHaveBean(IssuerIntrospector.class);
			assertThat(context.getBean(TokenReading.class).objection("opaque")).isNull();
		});
	}

	@Test
	void introspectorWhenServletThenTheBlockingOneAlone() {
		new WebApplicationContextRunner().withConfiguration(ALL).withPropertyValues(OPAQUE).run((context) -> {
			assertThat(context).hasSingleBean(IssuerIntrospector.class);
			assertThat(context).doesNotHaveBean(ReactiveIssuerIntrospector.class);
		});
	}

	@Test
	void keptWhenNamedDecoderIsNoneThenTheReactiveOnesAreTold() {
		this.reactive.withPropertyValues(JWT)
			.withUserConfiguration(Own.class)
			.withPropertyValues("zt.token.cache.decoders=nobody")
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOfSatisfying(
					MisconfigurationException.class,
					(failure) -> assertThat(failure.action()).isEqualTo("Write one of [own], or remove it.")));
	}

	private static boolean usesAlgorithmCheck(Iterable<PlacedChecks> all) {
		for (PlacedChecks placed : all) {
			if (placed.checks().stream().anyMatch(AlgorithmCheck.class::isInstance)) {
				return true;
			}
		}
		return false;
	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		ReactiveJwtDecoder own() {
			return (token) -> Mono.error(new BadJwtException(token));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customized {

		@Bean
		JwkSetUriReactiveJwtDecoderBuilderCustomizer customizer() {
			return (builder) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIntrospector {

		@Bean
		ReactiveOpaqueTokenIntrospector ownIntrospector() {
			return (token) -> Mono.error(new BadOpaqueTokenException(token));
		}

	}

}
