package io.zerotrust.samples.quickstart.tour;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens that no issuer should give and no API should take. Where an attack needs a good
 * signature it gets one by the issuer's own key.
 */
final class HostileTokens {

	private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

	private final RSAKey key;

	private final String issuer;

	private final Instant now;

	HostileTokens(RSAKey key, String issuer, Instant now) {
		this.key = key;
		this.issuer = issuer;
		this.now = now;
	}

	String expired() {
		return signed(lasting(Duration.ofMinutes(-10), Duration.ofMinutes(-5)));
	}

	String longLived() {
		return signed(lasting(Duration.ZERO, Duration.ofHours(24)));
	}

	String withoutExpiry() {
		return signed(claims().expirationTime(null));
	}

	String forAnotherApi() {
		return signed(claims().audience("billing"));
	}

	String idToken() {
		return signed(JOSEObjectType.JWT, claims().claim("nonce", "n-0S6_WzA2Mj").claim("at_hash", "77QmUPtjPfzWtF2A"));
	}

	String boundToKey() {
		return signed(claims().claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")));
	}

	String boundToCertificate() {
		return signed(claims().claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2")));
	}

	String strongButStale() {
		long yesterday = this.now.minus(Duration.ofDays(1)).getEpochSecond();
		return signed(claims().claim("acr", "urn:example:mfa").claim("auth_time", yesterday));
	}

	String unsigned() {
		return new PlainJWT(new PlainHeader.Builder().type(ACCESS_TOKEN).build(), claims().build()).serialize();
	}

	String byForeignKey() {
		try {
			RSAKey foreign = new RSAKeyGenerator(2048).keyID(this.key.getKeyID()).generate();
			return signed(JWSAlgorithm.RS256, ACCESS_TOKEN, new RSASSASigner(foreign), claims());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Takes the public key, which everybody has, for the secret of an HMAC.
	 */
	String byPublicKeyAsSecret() {
		try {
			byte[] secret = this.key.toRSAPublicKey().getEncoded();
			return signed(JWSAlgorithm.HS256, ACCESS_TOKEN, new MACSigner(secret), claims());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Gives a good token more scopes and leaves its signature alone.
	 */
	String tampered(String token) {
		try {
			SignedJWT jwt = SignedJWT.parse(token);
			JWTClaimsSet more = new JWTClaimsSet.Builder(jwt.getJWTClaimsSet())
				.claim("scope", List.of("orders:read", "orders:write"))
				.build();
			return jwt.getHeader().toBase64URL() + "." + Base64URL.encode(more.toString()) + "." + jwt.getSignature();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JWTClaimsSet.Builder claims() {
		return lasting(Duration.ZERO, Duration.ofMinutes(5));
	}

	private JWTClaimsSet.Builder lasting(Duration from, Duration to) {
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.subject("orders-app")
			.audience("orders")
			.claim("client_id", "orders-app")
			.claim("scope", List.of("orders:read", "orders:write", "payments:write"))
			.issueTime(Date.from(this.now.plus(from)))
			.expirationTime(Date.from(this.now.plus(to)));
	}

	private String signed(JWTClaimsSet.Builder claims) {
		return signed(ACCESS_TOKEN, claims);
	}

	private String signed(JOSEObjectType type, JWTClaimsSet.Builder claims) {
		try {
			return signed(JWSAlgorithm.RS256, type, new RSASSASigner(this.key), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String signed(JWSAlgorithm algorithm, JOSEObjectType type, JWSSigner signer, JWTClaimsSet.Builder claims)
			throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(algorithm).type(type).keyID(this.key.getKeyID()).build();
		SignedJWT jwt = new SignedJWT(header, claims.build());
		jwt.sign(signer);
		return jwt.serialize();
	}

}
