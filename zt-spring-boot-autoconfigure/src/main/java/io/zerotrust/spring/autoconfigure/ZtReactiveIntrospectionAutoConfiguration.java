package io.zerotrust.spring.autoconfigure;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.SpringReactiveOpaqueTokenIntrospectorBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;

import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.spring.token.ReactiveIssuerIntrospector;

/**
 * Auto-configuration for opaque tokens of a reactive application. An introspector of the
 * application, or what it says to Spring Boot's, wins.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ZtIntrospectionAutoConfiguration.class, beforeName = {
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration" })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(Mono.class)
@ConditionalOnEnforcing
@ConditionalOnIntrospection
public final class ZtReactiveIntrospectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean({ ReactiveOpaqueTokenIntrospector.class,
			SpringReactiveOpaqueTokenIntrospectorBuilderCustomizer.class })
	IssuerIntrospector ztIssuerIntrospector(ZtProperties properties, ListableBeanFactory beans) {
		return new IntrospectionSettings(properties.token()).introspector(beans);
	}

	@Bean
	@ConditionalOnBean(name = "ztIssuerIntrospector")
	ReactiveIssuerIntrospector ztReactiveOpaqueTokenIntrospector(IssuerIntrospector introspector) {
		return new ReactiveIssuerIntrospector(introspector);
	}

}
