package io.zerotrust.spring.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

/**
 * What an attacker without the issuer's key can make of a token.
 */
final class Forgery {

	private Forgery() {
	}

	static String unsigned(TokenDraft draft) {
		return new PlainObject(new PlainHeader(), draft.payload()).serialize();
	}

	static String keyedWithPublicKey(TokenDraft draft) {
		try {
			byte[] publicKey = SigningKeys.trusted().toRSAPublicKey().getEncoded();
			return draft.header("alg", "HS256").sign(new MACSigner(publicKey));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String foreignKey(TokenDraft draft) {
		RSAKey key = SigningKeys.foreign();
		return draft.header("kid", key.getKeyID()).sign(key);
	}

	static String foreignKeySameId(TokenDraft draft) {
		return draft.sign(SigningKeys.foreign());
	}

	static String embeddedKey(TokenDraft draft) {
		return foreignKey(draft.header("jwk", SigningKeys.foreign().toPublicJWK().toJSONObject()));
	}

	static String tamperedPayload(TokenDraft draft) {
		String[] parts = parts(draft.sign());
		Payload payload = draft.claim("sub", "mallory").payload();
		return parts[0] + "." + payload.toBase64URL() + "." + parts[2];
	}

	static String tamperedSignature(TokenDraft draft) {
		String[] parts = parts(draft.sign());
		byte[] signature = new Base64URL(parts[2]).decode();
		// not in the last character, where the unused bits of base64url are ignored
		signature[0] ^= 1;
		return parts[0] + "." + parts[1] + "." + Base64URL.encode(signature);
	}

	static String emptySignature(TokenDraft draft) {
		return twoParts(draft) + ".";
	}

	static String twoParts(TokenDraft draft) {
		String[] parts = parts(draft.sign());
		return parts[0] + "." + parts[1];
	}

	/**
	 * Return the SHA-256 thumbprint of a key that the caller does not prove to have.
	 */
	static String thumbprint() {
		try {
			return SigningKeys.foreign().computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String[] parts(String token) {
		return token.split("\\.");
	}

}
