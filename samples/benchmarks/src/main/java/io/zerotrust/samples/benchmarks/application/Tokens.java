package io.zerotrust.samples.benchmarks.application;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Access tokens of the size identity providers issue.
 */
public final class Tokens {

	static final String ISSUER = "https://idp.example.com";

	static final String AUDIENCE = "orders";

	private static final RSAKey RSA = rsa("rsa");

	private static final ECKey EC = ec("ec");

	/**
	 * Somebody else's key under the same name.
	 */
	private static final RSAKey FORGER = rsa("rsa");

	private Tokens() {
	}

	/**
	 * Return the keys that verify good tokens.
	 * @return the keys, public ones
	 */
	public static JWKSet keys() {
		return new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK()));
	}

	/**
	 * Mint a token that the issuer has signed with RS256.
	 * @param now when it is issued
	 * @return the token
	 */
	public static String mint(Instant now) {
		return sign(claims(now).build(), JWSAlgorithm.RS256, RSA);
	}

	/**
	 * Mint a token that the issuer has signed with ES256.
	 * @param now when it is issued
	 * @return the token
	 */
	public static String mintElliptic(Instant now) {
		return sign(claims(now).build(), JWSAlgorithm.ES256, EC);
	}

	/**
	 * Mint a token that is bound to a key of the caller (RFC 9449, section 6).
	 * @param now when it is issued
	 * @param thumbprint the thumbprint of the key
	 * @return the token
	 */
	public static String mintBound(Instant now, String thumbprint) {
		return sign(claims(now).claim("cnf", Map.of("jkt", thumbprint)).build(), JWSAlgorithm.RS256, RSA);
	}

	/**
	 * Mint a token that claims all a good one does, and that somebody else has signed.
	 * @param now when it is issued
	 * @return the token
	 */
	public static String forge(Instant now) {
		return sign(claims(now).build(), JWSAlgorithm.RS256, FORGER);
	}

	private static JWTClaimsSet.Builder claims(Instant now) {
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.subject(UUID.randomUUID().toString())
			.audience(List.of(AUDIENCE, "account"))
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(3600)))
			.jwtID(UUID.randomUUID().toString())
			.claim("client_id", "web-shop")
			.claim("scope", "openid profile email orders:read orders:write")
			.claim("sid", UUID.randomUUID().toString())
			.claim("acr", "urn:example:gold")
			.claim("amr", List.of("pwd", "otp"))
			.claim("auth_time", now.getEpochSecond())
			.claim("email", "alice@example.com");
	}

	private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWK key) {
		JWSHeader header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType("JWT"))
			.keyID(key.getKeyID())
			.build();
		try {
			SignedJWT token = new SignedJWT(header, claims);
			token.sign((key instanceof RSAKey rsa) ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey rsa(String name) {
		try {
			return new RSAKeyGenerator(2048).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey ec(String name) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
