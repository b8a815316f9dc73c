package io.zerotrust.token.dpop;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Makes proofs, good ones unless told otherwise.
 */
final class TestProof {

	static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

	static final String URI = "https://api.example.com/orders/1";

	static final KeyPair EC = keys("EC", 256);

	static final JWK EC_JWK = new ECKey.Builder(Curve.P_256, (ECPublicKey) EC.getPublic()).build();

	private final Map<String, Object> header = new LinkedHashMap<>();

	private final Map<String, Object> claims = new LinkedHashMap<>();

	private PrivateKey key = EC.getPrivate();

	private JWK jwk = EC_JWK;

	private TestProof() {
		this.header.put("typ", "dpop+jwt");
		this.header.put("alg", "ES256");
		this.header.put("jwk", EC_JWK.toJSONObject());
		this.claims.put("jti", UUID.randomUUID().toString());
		this.claims.put("htm", "GET");
		this.claims.put("htu", URI);
		this.claims.put("iat", NOW.getEpochSecond());
		this.claims.put("ath", hash(TOKEN));
	}

	static TestProof good() {
		return new TestProof();
	}

	static KeyPair keys(String kind, int size) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
			if (size > 0) {
				generator.initialize(size);
			}
			return generator.generateKeyPair();
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String hash(String text) {
		try {
			return Base64URL
				.encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)))
				.toString();
		}
		catch (java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sign with another key and show that one.
	 */
	TestProof signedBy(String algorithm, KeyPair keys) {
		this.key = keys.getPrivate();
		this.header.put("alg", algorithm);
		this.jwk = jwk(keys);
		this.header.put("jwk", this.jwk.toJSONObject());
		return this;
	}

	TestProof key(PrivateKey key) {
		this.key = key;
		return this;
	}

	static JWK jwk(KeyPair keys) {
		if (keys.getPublic() instanceof ECPublicKey ec) {
			return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
		}
		if (keys.getPublic() instanceof RSAPublicKey rsa) {
			return new RSAKey.Builder(rsa).build();
		}
		byte[] encoded = keys.getPublic().getEncoded();
		return new OctetKeyPair.Builder(Curve.Ed25519,
				Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
			.build();
	}

	static String thumbprint(JWK jwk) {
		try {
			return jwk.computeThumbprint().toString();
		}
		catch (com.nimbusds.jose.JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	TestProof header(String name, @Nullable Object value) {
		return set(this.header, name, value);
	}

	TestProof claim(String name, @Nullable Object value) {
		return set(this.claims, name, value);
	}

	private TestProof set(Map<String, Object> members, String name, @Nullable Object value) {
		if (value == null) {
			members.remove(name);
		}
		else {
			members.put(name, value);
		}
		return this;
	}

	String text() {
		String input = Base64URL.encode(JSONObjectUtils.toJSONString(this.header)) + "."
				+ Base64URL.encode(JSONObjectUtils.toJSONString(this.claims));
		return input + "." + sign(String.valueOf(this.header.get("alg")), input.getBytes(StandardCharsets.US_ASCII));
	}

	private Base64URL sign(String algorithm, byte[] input) {
		try {
			JWSAlgorithm known = JWSAlgorithm.parse(algorithm);
			if (this.key instanceof ECPrivateKey ec) {
				java.util.Set<Curve> curves = Curve.forJWSAlgorithm(known);
				boolean fits = curves != null && curves.contains(Curve.forECParameterSpec(ec.getParams()));
				return new ECDSASigner(ec).sign(new JWSHeader(fits ? known : JWSAlgorithm.ES256), input);
			}
			if (this.key.getAlgorithm().equals("RSA")) {
				return new RSASSASigner(this.key,
						java.util.Set.of(com.nimbusds.jose.crypto.opts.AllowWeakRSAKey.getInstance()))
					.sign(new JWSHeader(known), input);
			}
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(this.key);
			signature.update(input);
			return Base64URL.encode(signature.sign());
		}
		catch (com.nimbusds.jose.JOSEException | java.security.GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	PresentedProof presented() {
		return presented(text());
	}

	static PresentedProof presented(String text) {
		return new PresentedProof(text, "GET", URI, TOKEN, thumbprint(EC_JWK), NOW);
	}

	/**
	 * Present the proof with a token that is bound to the key it shows.
	 */
	PresentedProof presentedBound() {
		return new PresentedProof(text(), "GET", URI, TOKEN, thumbprint(this.jwk), NOW);
	}

}
