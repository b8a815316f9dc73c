package io.zerotrust.token.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys to verify with of those that JSON describes (RFC 7517, RFC 8037).
 *
 * @since 0.1.0
 */
public final class PublicKeys {

	/**
	 * The algorithm identifier of Ed25519 in front of the key's 32 bytes (RFC 8410,
	 * section 4).
	 */
	private static final byte[] ED25519 = { 0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00 };

	private static final int ED25519_LENGTH = 32;

	private PublicKeys() {
	}

	/**
	 * Make a key.
	 * @param jwk the description
	 * @return the key, or {@code null} if it is symmetric, of a kind that signs nothing,
	 * or not well-formed
	 */
	public static @Nullable PublicKey of(JWK jwk) {
		try {
			if (jwk instanceof OctetKeyPair edwards) {
				return edwards(edwards);
			}
			return (jwk instanceof AsymmetricJWK asymmetric) ? asymmetric.toPublicKey() : null;
		}
		catch (JOSEException | GeneralSecurityException ex) {
			return null;
		}
	}

	private static @Nullable PublicKey edwards(OctetKeyPair jwk) throws GeneralSecurityException {
		byte[] point = jwk.getDecodedX();
		if (!Curve.Ed25519.equals(jwk.getCurve()) || point.length != ED25519_LENGTH) {
			return null;
		}
		byte[] encoded = new byte[ED25519.length + ED25519_LENGTH];
		System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
		System.arraycopy(point, 0, encoded, ED25519.length, ED25519_LENGTH);
		return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
	}

}
