package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Field;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer.ProtectedResourceMetadataConfigurer;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.util.ReflectionUtils;

/**
 * Puts our description of the service in front of what the application says about it.
 */
final class MetadataCustomizers {

	private MetadataCustomizers() {
	}

	/**
	 * Describe the resource server of a chain, if it has one. What the application says
	 * comes after, and wins.
	 */
	static void describe(HttpSecurity http, ResourceMetadata description) {
		OAuth2ResourceServerConfigurer<HttpSecurity> server = server(http);
		if (server != null) {
			server.protectedResourceMetadata((metadata) -> {
				Consumer<OAuth2ProtectedResourceMetadata.Builder> own = own(metadata);
				metadata.protectedResourceMetadataCustomizer((own != null) ? description.andThen(own) : description);
			});
		}
	}

	@SuppressWarnings("unchecked")
	private static @Nullable OAuth2ResourceServerConfigurer<HttpSecurity> server(HttpSecurity http) {
		return http.getConfigurer(OAuth2ResourceServerConfigurer.class);
	}

	/**
	 * Spring keeps one and tells nobody, so its field is read. Where that cannot be ours
	 * stands alone.
	 */
	@SuppressWarnings("unchecked")
	private static @Nullable Consumer<OAuth2ProtectedResourceMetadata.Builder> own(
			ProtectedResourceMetadataConfigurer metadata) {
		Field field = ReflectionUtils.findField(ProtectedResourceMetadataConfigurer.class,
				"protectedResourceMetadataCustomizer");
		if (field == null || !field.trySetAccessible()) {
			return null;
		}
		return (Consumer<OAuth2ProtectedResourceMetadata.Builder>) ReflectionUtils.getField(field, metadata);
	}

}
