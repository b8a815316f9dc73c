package io.zerotrust.spring.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/**
 * A key that a caller holds, and signs proofs with (RFC 9449).
 */
public final class ProofKey {

	private final ECKey key;

	private ProofKey(ECKey key) {
		this.key = key;
	}

	public static ProofKey create() {
		try {
			return new ProofKey(new ECKeyGenerator(Curve.P_256).generate());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a token says that is bound to the key.
	 */
	public Map<String, Object> confirmation() {
		try {
			return Map.of("jkt", this.key.computeThumbprint().toString());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Make a proof of now.
	 * @param claims claims beside or instead of the usual ones
	 */
	public String proof(String method, String uri, String token, Map<String, Object> claims) {
		Map<String, Object> all = new TreeMap<>(Map.of("jti", UUID.randomUUID().toString(), "htm", method, "htu", uri,
				"iat", Instant.now().getEpochSecond(), "ath", hash(token)));
		all.putAll(claims);
		JWSObject proof = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
			.jwk(this.key.toPublicJWK())
			.build(), new Payload(all));
		try {
			proof.sign(new ECDSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return proof.serialize();
	}

	/**
	 * The headers of a request with a token and a proof of it.
	 */
	String[] headers(String method, String uri, String token) {
		return headers(token, proof(method, uri, token, Map.of()));
	}

	static String[] headers(String token, String proof) {
		return new String[] { "Authorization: DPoP " + token, "DPoP: " + proof };
	}

	private static String hash(String token) {
		try {
			return Base64URL
				.encode(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)))
				.toString();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
