package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

import io.zerotrust.token.TrustedIssuers;

/**
 * Tokens shaped as the providers document them, with fictional values, read as Spring
 * Security's decoder reads them.
 */
final class RecordedTokens {

	private RecordedTokens() {
	}

	@SuppressWarnings("unchecked")
	static Jwt read(String name) throws IOException, ParseException {
		try (InputStream in = RecordedTokens.class.getResourceAsStream("/tokens/" + name + ".json")) {
			byte[] json = Objects.requireNonNull(in, name).readAllBytes();
			Map<String, Object> token = JSONObjectUtils.parse(new String(json, StandardCharsets.UTF_8));
			Map<String, Object> header = (Map<String, Object>) Objects.requireNonNull(token.get("header"));
			Map<String, Object> claims = MappedJwtClaimSetConverter.withDefaults(Map.of())
				.convert((Map<String, Object>) Objects.requireNonNull(token.get("claims")));
			return Jwt.withTokenValue(name)
				.header("alg", "RS256")
				.headers((headers) -> headers.putAll(header))
				.claims((all) -> all.putAll(Objects.requireNonNull(claims)))
				.build();
		}
	}

	/**
	 * The issuers that an application with these properties trusts.
	 */
	static TrustedIssuers issuers(Map<String, String> properties) {
		Binder binder = new Binder(new MapConfigurationPropertySource(properties));
		return new IssuerSettings(binder.bindOrCreate("zt", ZtProperties.class),
				binder.bindOrCreate("spring.security.oauth2.resourceserver", OAuth2ResourceServerProperties.class)
					.getJwt())
			.issuers();
	}

}
