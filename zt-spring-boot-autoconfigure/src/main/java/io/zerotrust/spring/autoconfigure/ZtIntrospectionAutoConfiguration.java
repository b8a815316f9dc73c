package io.zerotrust.spring.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.SpringOpaqueTokenIntrospectorBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import io.zerotrust.spring.token.IntrospectionLimits;
import io.zerotrust.spring.token.IssuerIntrospector;

/**
 * Auto-configuration for opaque tokens: who is asked about them, and how long the answer
 * is believed. An introspector of the application, or what it says to Spring Boot's,
 * wins.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtTokenAutoConfiguration.class, ZtSignatureAutoConfiguration.class },
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtIntrospectionAutoConfiguration {

	@Bean
	IntrospectionLimits ztIntrospectionLimits(ZtProperties properties) {
		return new IntrospectionSettings(properties.token()).limits();
	}

	@Bean
	@ConditionalOnEnforcing
	@ConditionalOnBlockingStack
	@ConditionalOnIntrospection
	@ConditionalOnMissingBean({ OpaqueTokenIntrospector.class, SpringOpaqueTokenIntrospectorBuilderCustomizer.class })
	IssuerIntrospector ztOpaqueTokenIntrospector(ZtProperties properties, ListableBeanFactory beans) {
		return new IntrospectionSettings(properties.token()).introspector(beans);
	}

}
