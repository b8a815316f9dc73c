package io.zerotrust.spring.autoconfigure;

import java.time.Clock;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import io.zerotrust.spring.token.KeepingJwtDecoder;
import io.zerotrust.spring.token.KeepingReactiveJwtDecoder;
import io.zerotrust.spring.token.VerifiedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decoders of the application are kept in front of only where the operator names them.
 */
class KeptDecodersTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Own.class);

	@Test
	void decoderWhenNamedThenItAloneIsKept() {
		this.runner.withPropertyValues("zt.token.cache.decoders=partners").run((context) -> {
			assertThat(context.getBean("partners")).isInstanceOf(KeepingJwtDecoder.class);
			assertThat(context.getBean("others")).isNotInstanceOf(KeepingJwtDecoder.class);
			assertThat(context.getBean("streams")).isNotInstanceOf(KeepingReactiveJwtDecoder.class);
		});
		this.runner.withPropertyValues("zt.token.cache.decoders=streams")
			.run((context) -> assertThat(context.getBean("streams")).isInstanceOf(KeepingReactiveJwtDecoder.class));
	}

	@Test
	void decoderWhenNotNamedThenLeftAlone() {
		this.runner.run((context) -> assertThat(context.getBeansOfType(JwtDecoder.class).values())
			.noneMatch(KeepingJwtDecoder.class::isInstance));
	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		static KeptDecoders keptDecoders(Environment environment, ObjectProvider<VerifiedTokens> tokens) {
			return new KeptDecoders(environment, tokens);
		}

		@Bean
		VerifiedTokens tokens() {
			return new VerifiedTokens(10, Clock.systemUTC());
		}

		@Bean
		JwtDecoder partners() {
			return (token) -> {
				throw new BadJwtException(token);
			};
		}

		@Bean
		ReactiveJwtDecoder streams() {
			return (token) -> Mono.error(new BadJwtException(token));
		}

		@Bean
		JwtDecoder others() {
			return (token) -> {
				throw new BadJwtException(token);
			};
		}

	}

}
