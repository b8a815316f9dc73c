package io.zerotrust.spring.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.core.io.Resource;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

import io.zerotrust.token.SignatureAlgorithms;

/**
 * Finds what makes Spring's resource server read, or believe, something else than its
 * settings say.
 */
final class ResourceServerRules {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private final TokenProperties token;

	private final OAuth2ResourceServerProperties.Jwt jwt;

	private final ConfigurableListableBeanFactory beans;

	private final List<MisconfigurationException> problems = new ArrayList<>();

	ResourceServerRules(ZtProperties properties, OAuth2ResourceServerProperties resourceServer,
			ConfigurableListableBeanFactory beans) {
		this.token = properties.token();
		this.jwt = resourceServer.getJwt();
		this.beans = beans;
	}

	List<MisconfigurationException> problems() {
		verifySettings();
		verifyKeys();
		verifyAlgorithms();
		if (PlatformDecoder.isUsed(this.beans)) {
			verifyAlone(JwtTypeValidator.class);
			verifyAlone(JwtTimestampValidator.class);
		}
		return this.problems;
	}

	private void verifySettings() {
		String issuer = this.jwt.getIssuerUri();
		if (issuer != null && !issuer.isBlank() && this.token.issuer() != null && !issuer.equals(this.token.issuer())) {
			add("zt.token.issuer is " + this.token.issuer() + " beside " + JWT + "issuer-uri, which is " + issuer
					+ ", so every token lacks one of them.", "Remove zt.token.issuer.");
		}
		Set<String> audiences = new TreeSet<>(this.token.audiences());
		if (!audiences.isEmpty() && !this.jwt.getAudiences().isEmpty()
				&& !audiences.equals(new TreeSet<>(this.jwt.getAudiences()))) {
			add("zt.token.audiences is " + audiences + " beside " + JWT + "audiences, which is "
					+ this.jwt.getAudiences() + ", so tokens need one of each.", "Remove zt.token.audiences.");
		}
	}

	private void verifyKeys() {
		String keys = this.jwt.getJwkSetUri();
		if (keys != null && keys.startsWith("http:")
				&& !LOOPBACK.contains(String.valueOf(URI.create(keys).getHost()))) {
			add(JWT + "jwk-set-uri is " + keys
					+ ", which is fetched without TLS, so whoever stands between could hand out keys of his own.",
					"Set " + JWT + "jwk-set-uri to an address with https.");
		}
		MisconfigurationException unread = unreadKey(this.jwt);
		if (unread != null) {
			this.problems.add(unread);
		}
	}

	/**
	 * Return what is wrong with a key that stands beside what is read in its place.
	 */
	static @Nullable MisconfigurationException unreadKey(OAuth2ResourceServerProperties.Jwt jwt) {
		Resource key = jwt.getPublicKeyLocation();
		boolean set = hasText(jwt.getJwkSetUri());
		if (key == null || !(set || hasText(jwt.getIssuerUri()))) {
			return null;
		}
		String stronger = set ? "jwk-set-uri" : "issuer-uri";
		return new MisconfigurationException(
				JWT + "public-key-location is " + key + ", which Spring Boot does not read beside " + JWT + stronger
						+ ".",
				"Remove " + JWT + "public-key-location, or " + JWT + stronger
						+ "; the issuer then goes to zt.token.issuer.");
	}

	private void verifyAlgorithms() {
		for (String algorithm : this.jwt.getJwsAlgorithms()) {
			if (!SignatureAlgorithms.ALL.contains(algorithm)) {
				add(JWT + "jws-algorithms has " + algorithm + ", which is no asymmetric signature.",
						"Use the algorithm the issuer signs with, RS256, PS256 or ES256 for example.");
			}
		}
	}

	private void verifyAlone(Class<?> type) {
		String[] names = this.beans.getBeanNamesForType(type);
		Arrays.sort(names);
		if (names.length > 1) {
			add("The beans " + String.join(" and ", names) + " are of type " + type.getSimpleName()
					+ ", and Spring Boot's decoder takes one: beside several it applies its own too.",
					"Leave one of them.");
		}
	}

	private static boolean hasText(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	private void add(String description, String action) {
		this.problems.add(new MisconfigurationException(description, action));
	}

}
