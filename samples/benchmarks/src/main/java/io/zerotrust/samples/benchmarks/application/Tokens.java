package io.zerotrust.samples.benchmarks.application;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Access tokens of the size identity providers issue.
 */
public final class Tokens {

	static final String ISSUER = "https://idp.example.com";

	static final String AUDIENCE = "orders";

	private static final RSAKey KEY = key("benchmark");

	/**
	 * Somebody else's key under the same name.
	 */
	private static final RSAKey FORGER = key("benchmark");

	private Tokens() {
	}

	/**
	 * Return the key that verifies good tokens.
	 * @return the key
	 */
	public static RSAPublicKey publicKey() {
		try {
			return KEY.toRSAPublicKey();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Mint a token that the issuer has signed.
	 * @param now when it is issued
	 * @return the token
	 */
	public static String mint(Instant now) {
		return mint(now, KEY);
	}

	/**
	 * Mint a token that claims all a good one does, and that somebody else has signed.
	 * @param now when it is issued
	 * @return the token
	 */
	public static String forge(Instant now) {
		return mint(now, FORGER);
	}

	private static String mint(Instant now, RSAKey key) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(ISSUER)
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
			.claim("email", "alice@example.com")
			.build();
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("JWT"))
			.keyID(key.getKeyID())
			.build();
		try {
			SignedJWT token = new SignedJWT(header, claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key(String name) {
		try {
			return new RSAKeyGenerator(2048).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
