package io.zerotrust.samples.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Signs with the issuer's own key what the issuer itself would not, or not at this time.
 */
public final class TokenSigner {

	static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

	private final RSAKey key;

	/**
	 * Create a signer.
	 * @param key the key of the issuer
	 */
	public TokenSigner(RSAKey key) {
		this.key = key;
	}

	/**
	 * Return a signer with another key under the same key id.
	 * @return the forger
	 */
	public TokenSigner forger() {
		try {
			return new TokenSigner(new RSAKeyGenerator(2048).keyID(this.key.getKeyID()).generate());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sign an access token.
	 * @param claims what it says
	 * @return the token
	 */
	public String sign(JWTClaimsSet claims) {
		return sign(ACCESS_TOKEN, claims);
	}

	String sign(JOSEObjectType type, JWTClaimsSet claims) {
		try {
			return sign(JWSAlgorithm.RS256, type, new RSASSASigner(this.key), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Takes the public key, which everybody has, for the secret of an HMAC.
	 */
	String signByPublicKey(JWTClaimsSet claims) {
		try {
			byte[] secret = this.key.toRSAPublicKey().getEncoded();
			return sign(JWSAlgorithm.HS256, ACCESS_TOKEN, new MACSigner(secret), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String sign(JWSAlgorithm algorithm, JOSEObjectType type, JWSSigner signer, JWTClaimsSet claims)
			throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(algorithm).type(type).keyID(this.key.getKeyID()).build();
		SignedJWT jwt = new SignedJWT(header, claims);
		jwt.sign(signer);
		return jwt.serialize();
	}

}
