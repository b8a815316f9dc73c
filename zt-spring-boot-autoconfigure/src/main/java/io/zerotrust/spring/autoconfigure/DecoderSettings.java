package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.StringUtils;

import io.zerotrust.spring.token.FixedKeys;
import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.spring.token.VerifyingJwtDecoder;
import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.jose.JwtIssuer;
import io.zerotrust.token.jose.JwtVerifier;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;

/**
 * Puts the decoder together as Spring Boot would: of the same properties and validator
 * beans, for one issuer or several.
 */
final class DecoderSettings {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt";

	private final ZtProperties properties;

	private final OAuth2ResourceServerProperties.Jwt jwt;

	private final @Nullable List<String> algorithms;

	DecoderSettings(ZtProperties properties, OAuth2ResourceServerProperties resourceServer, Environment environment) {
		this.properties = properties;
		this.jwt = resourceServer.getJwt();
		// its default is RS256, which Boot applies to one of three ways alone
		this.algorithms = Binder.get(environment)
			.bind(JWT + ".jws-algorithms", Bindable.listOf(String.class))
			.orElse(null);
	}

	/**
	 * Return the issuers whose tokens zt verifies, by keys that are fetched or by asking.
	 * @param opaque how Spring Boot's issuer is asked, if its tokens are opaque
	 * @param decodes whether the decoder is zt's
	 */
	TokenIssuers issuers(OAuth2ResourceServerProperties.Opaquetoken opaque, boolean decodes) {
		List<TokenIssuer> all = new ArrayList<>();
		TrustedIssuer single = new IssuerSettings(this.properties, this.jwt).single();
		String asked = opaque.getIntrospectionUri();
		if (single != null && asked != null && this.jwt.getIssuerUri() == null) {
			all.add(new TokenIssuer(single, null, new TokenIssuer.Introspection(asked, text(opaque.getClientId()),
					text(opaque.getClientSecret()), false)));
		}
		else if (single != null && decodes && !isKeyGiven()) {
			all.add(new TokenIssuer(withAlgorithms(single), this.jwt.getJwkSetUri(), null));
		}
		for (TokenIssuer issuer : new ListedIssuers(this.properties).all()) {
			if (decodes || issuer.introspection() != null) {
				all.add(issuer);
			}
		}
		return new TokenIssuers(all);
	}

	/**
	 * Make the decoder.
	 * @param validated what must hold of tokens beside their signature
	 */
	VerifyingJwtDecoder decoder(TokenIssuers issuers, KeyRing ring, Signatures signatures, VerifiedTokens tokens,
			DecoderValidators validated, Clock clock) {
		List<JwtIssuer> verified = new ArrayList<>();
		Map<String, OAuth2TokenValidator<Jwt>> validators = new HashMap<>();
		TrustedIssuer single = new IssuerSettings(this.properties, this.jwt).single();
		if (single != null && isKeyGiven()) {
			verified.add(jwtIssuer(withAlgorithms(single), new FixedKeys(publicKey(clock))));
		}
		for (TokenIssuer issuer : issuers.all()) {
			IssuerKeys keys = ring.of(issuer.rules().issuer());
			if (issuer.introspection() == null) {
				if (keys == null) {
					throw new IllegalStateException("nobody fetches keys of " + issuer.rules().issuer());
				}
				verified.add(jwtIssuer(issuer.rules(), keys));
				validators.put(issuer.rules().issuer(), validated.of(issuer.rules(), null));
			}
		}
		if (single != null) {
			validators.put(single.issuer(), validated.of(single, this.jwt));
		}
		int maxLength = maxLength(this.properties.token().maxLength());
		// keys are there, or known not to be, within one; the other is for a busy machine
		return new VerifyingJwtDecoder(new JwtVerifier(verified, signatures, maxLength, clock), validators, tokens,
				maxLength, this.properties.token().keys().timeout().multipliedBy(2));
	}

	static int maxLength(int length) {
		if (length < 256) {
			throw new MisconfigurationException("zt.token.max-length is " + length + ", and no token is that short.",
					"Set zt.token.max-length to the longest token of your issuers, 8192 for example.");
		}
		return length;
	}

	private TrustedIssuer withAlgorithms(TrustedIssuer issuer) {
		Set<String> algorithms = (this.algorithms != null) ? Set.copyOf(this.algorithms)
				: isKeyGiven() ? Set.of("RS256") : SignatureAlgorithms.ALL;
		for (String algorithm : (this.algorithms != null) ? this.algorithms : List.<String>of()) {
			if (!SignatureAlgorithms.ALL.contains(algorithm)) {
				throw new MisconfigurationException(
						JWT + ".jws-algorithms has " + algorithm + ", which is no asymmetric signature.",
						"Use the algorithm the issuer signs with, RS256, PS256 or ES256 for example.");
			}
		}
		if (algorithms.isEmpty()) {
			throw new MisconfigurationException(JWT + ".jws-algorithms is empty, so no token would be accepted.",
					"Use the algorithm the issuer signs with, RS256, PS256 or ES256 for example.");
		}
		return new TrustedIssuer(issuer.issuer(), issuer.audiences(), issuer.typeRequired(), issuer.maxLifetime(),
				issuer.clockSkew(), issuer.layout(), algorithms, issuer.binding());
	}

	private static JwtIssuer jwtIssuer(TrustedIssuer issuer, IssuerKeys keys) {
		return new JwtIssuer(issuer.issuer(), issuer.algorithms(), issuer.clockSkew(), keys);
	}

	/**
	 * Whether the key is a file, which Boot reads beside nothing else.
	 */
	private boolean isKeyGiven() {
		return this.jwt.getPublicKeyLocation() != null && !StringUtils.hasText(this.jwt.getJwkSetUri())
				&& !StringUtils.hasText(this.jwt.getIssuerUri());
	}

	private KeySet publicKey(Clock clock) {
		try {
			String text = this.jwt.readPublicKey()
				.replace("-----BEGIN PUBLIC KEY-----", "")
				.replace("-----END PUBLIC KEY-----", "");
			X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text));
			return new KeySet(1,
					List.of(new VerificationKey(null, null, KeyFactory.getInstance("RSA").generatePublic(spec))),
					clock.instant());
		}
		catch (GeneralSecurityException | IOException | IllegalArgumentException ex) {
			throw new MisconfigurationException(
					JWT + ".public-key-location is " + this.jwt.getPublicKeyLocation()
							+ ", which is no RSA key in PEM.",
					"Set " + JWT + ".public-key-location to a file that begins with -----BEGIN PUBLIC KEY-----.");
		}
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
