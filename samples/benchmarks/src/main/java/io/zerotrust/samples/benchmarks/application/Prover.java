package io.zerotrust.samples.benchmarks.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
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
 * A client that proves with every request that it holds the key of its token (RFC 9449).
 */
public final class Prover {

	/**
	 * The one endpoint, as the client knows it.
	 */
	public static final String TARGET = "http://localhost/orders/4711";

	private final ECKey key;

	private final ECDSASigner signer;

	private final String token;

	private final Base64URL tokenHash;

	/**
	 * Create a client with a key and a token bound to it.
	 */
	public Prover() {
		try {
			this.key = new ECKeyGenerator(Curve.P_256).generate();
			this.signer = new ECDSASigner(this.key);
			if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
				this.signer.getJCAContext().setProvider(AmazonCorrettoCryptoProvider.INSTANCE);
			}
			this.token = Tokens.mintBound(Instant.now(), thumbprint());
			byte[] text = this.token.getBytes(StandardCharsets.US_ASCII);
			this.tokenHash = Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (JOSEException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the token.
	 * @return the token, bound to the key of this client
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Return the name of the key.
	 * @return its thumbprint (RFC 7638)
	 */
	public String thumbprint() {
		try {
			return this.key.computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Make a proof that does once.
	 * @param now when it is made
	 * @return the proof
	 */
	public String prove(Instant now) {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
			.jwk(this.key.toPublicJWK())
			.build();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.claim("htm", "GET")
			.claim("htu", TARGET)
			.claim("ath", this.tokenHash.toString())
			.build();
		SignedJWT proof = new SignedJWT(header, claims);
		try {
			proof.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return proof.serialize();
	}

}
