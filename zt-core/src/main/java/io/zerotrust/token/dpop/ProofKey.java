package io.zerotrust.token.dpop;

import java.security.PublicKey;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

import io.zerotrust.token.jose.PublicKeys;
import io.zerotrust.token.jose.Sha256;

/**
 * The key a proof brings along (RFC 9449 section 4.3, D5): public, and fit for the
 * algorithm of the proof. Many proofs may share it.
 */
final class ProofKey {

	private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

	private static final int LEAST_BITS = 2048;

	/**
	 * Larger keys only make the verification slow.
	 */
	private static final int MOST_BITS = 8192;

	/**
	 * More than keys in use have. The time of a verification grows with it.
	 */
	private static final int MOST_EXPONENT_BITS = 64;

	private final JWK jwk;

	private volatile @Nullable String thumbprint;

	private volatile @Nullable PublicKey publicKey;

	private ProofKey(JWK jwk) {
		this.jwk = jwk;
	}

	/**
	 * Read the key.
	 * @param header the header of the proof
	 * @param members its members as they were sent
	 * @return the key, or {@code null} if there is none, it says secrets, or it does not
	 * fit the algorithm
	 */
	static @Nullable ProofKey of(JWSHeader header, Map<String, Object> members) {
		JWK jwk = header.getJWK();
		boolean told = jwk == null || jwk.isPrivate() || !(members.get("jwk") instanceof Map<?, ?> sent)
				|| tells(sent.keySet());
		if (told) {
			return null;
		}
		JWSAlgorithm algorithm = header.getAlgorithm();
		boolean meant = (jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(algorithm))
				&& (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE));
		return (meant && fits(jwk, algorithm)) ? new ProofKey(jwk) : null;
	}

	private static boolean tells(Set<?> members) {
		for (Object member : members) {
			if (PRIVATE.contains(member)) {
				return true;
			}
		}
		return false;
	}

	private static boolean fits(JWK jwk, JWSAlgorithm algorithm) {
		if (jwk instanceof RSAKey rsa) {
			return JWSAlgorithm.Family.RSA.contains(algorithm) && fits(rsa);
		}
		if (jwk instanceof ECKey ec) {
			return Curve.forJWSAlgorithm(algorithm) != null && Curve.forJWSAlgorithm(algorithm).contains(ec.getCurve());
		}
		return jwk instanceof OctetKeyPair edwards && Curve.Ed25519.equals(edwards.getCurve())
				&& JWSAlgorithm.Family.ED.contains(algorithm);
	}

	/**
	 * Whether numbers are of the right size. How they are written does not matter: zero
	 * bytes may stand in front.
	 */
	private static boolean fits(RSAKey rsa) {
		int modulus = rsa.getModulus().decodeToBigInteger().bitLength();
		int exponent = rsa.getPublicExponent().decodeToBigInteger().bitLength();
		return modulus >= LEAST_BITS && modulus <= MOST_BITS && exponent <= MOST_EXPONENT_BITS;
	}

	/**
	 * Return the thumbprint of the key (RFC 7638), base64url.
	 */
	String thumbprint() {
		String known = this.thumbprint;
		if (known == null) {
			known = Sha256.of(JSONObjectUtils.toJSONString(this.jwk.getRequiredParams()));
			this.thumbprint = known;
		}
		return known;
	}

	/**
	 * Return the key to verify with.
	 * @return the key, or {@code null} if it is not well-formed
	 */
	@Nullable PublicKey publicKey() {
		PublicKey known = this.publicKey;
		if (known == null) {
			known = PublicKeys.of(this.jwk);
			this.publicKey = known;
		}
		return known;
	}

}
