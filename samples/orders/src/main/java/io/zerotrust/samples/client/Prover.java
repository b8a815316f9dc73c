package io.zerotrust.samples.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * A client with a key of its own, which it proves to hold with each request (RFC 9449).
 */
public final class Prover {

	private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

	private final ECKey key;

	public Prover() {
		try {
			this.key = new ECKeyGenerator(Curve.P_256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Prove to the issuer, before there is a token.
	 */
	public String prove(String method, URI uri) {
		return sign(claims(method, uri));
	}

	/**
	 * Prove to the API that the token is this client's.
	 */
	public String prove(String method, URI uri, String token) {
		return sign(claims(method, uri).claim("ath", hash(token)));
	}

	private static JWTClaimsSet.Builder claims(String method, URI uri) {
		return new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(Instant.now()))
			.claim("htm", method)
			.claim("htu", uri.toString());
	}

	private String sign(JWTClaimsSet.Builder claims) {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).jwk(this.key.toPublicJWK()).build();
		SignedJWT proof = new SignedJWT(header, claims.build());
		try {
			proof.sign(new ECDSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return proof.serialize();
	}

	private static String hash(String token) {
		try {
			byte[] text = token.getBytes(StandardCharsets.US_ASCII);
			return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(text)).toString();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
