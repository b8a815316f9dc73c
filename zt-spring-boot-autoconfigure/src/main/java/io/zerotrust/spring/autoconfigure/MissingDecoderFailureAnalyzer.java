package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Says what is missing where a filter chain wants to read tokens and nothing verifies
 * them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingDecoderFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final Environment environment;

	MissingDecoderFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		boolean decoder = JwtDecoder.class.equals(type) || ReactiveJwtDecoder.class.equals(type);
		if (cause.getNumberOfBeansFound() > 0 || type == null || !decoder) {
			return null;
		}
		String issuer = this.environment.getProperty("zt.token.issuer");
		return new FailureAnalysis(
				((issuer != null) ? "zt.token.issuer is " + issuer + ", but nothing" : "Nothing")
						+ " verifies tokens: there is no " + type.getSimpleName() + ".",
				"Set spring.security.oauth2.resourceserver.jwt.issuer-uri for JWTs, "
						+ "spring.security.oauth2.resourceserver.opaquetoken.introspection-uri for opaque tokens, "
						+ "or declare a " + type.getSimpleName() + ".",
				cause);
	}

}
