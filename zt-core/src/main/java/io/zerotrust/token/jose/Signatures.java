package io.zerotrust.token.jose;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures with Nimbus, and Ed25519 with the JDK, for which Nimbus would need
 * another library.
 *
 * @since 0.1.0
 */
public final class Signatures {

	private final @Nullable Provider provider;

	/**
	 * Create a verifier of signatures.
	 * @param provider computes RSA and EC signatures, or {@code null} for the JDK's
	 * choice
	 */
	public Signatures(@Nullable Provider provider) {
		this.provider = provider;
	}

	/**
	 * Verify a signature. The algorithm of the header must fit the kind of the key; that
	 * it is an allowed one is for the caller to see to.
	 * @param jws what was signed, and its signature
	 * @param key the key of whoever should have signed
	 * @return {@code true} if the signature holds; {@code false} also for a key of
	 * another kind than the algorithm needs
	 */
	public boolean verify(CompactJws jws, PublicKey key) {
		return verify(jws.header(), jws.signingInput(), jws.signature(), key);
	}

	private boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature, PublicKey key) {
		try {
			if (key instanceof EdECPublicKey edwards) {
				return ed25519(header, signingInput, signature, edwards);
			}
			JWSVerifier verifier = verifier(key);
			if (verifier == null || !verifier.supportedJWSAlgorithms().contains(header.getAlgorithm())) {
				return false;
			}
			if (this.provider != null) {
				verifier.getJCAContext().setProvider(this.provider);
			}
			return verifier.verify(header, signingInput, signature);
		}
		catch (JOSEException | GeneralSecurityException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return (this.provider != null) ? this.provider.getName() + " " + this.provider.getVersionStr() : "the JDK";
	}

	private static @Nullable JWSVerifier verifier(PublicKey key) throws JOSEException {
		if (key instanceof RSAPublicKey rsa) {
			return new RSASSAVerifier(rsa);
		}
		return (key instanceof ECPublicKey ec) ? new ECDSAVerifier(ec) : null;
	}

	private static boolean ed25519(JWSHeader header, byte[] signingInput, Base64URL signature, EdECPublicKey key)
			throws GeneralSecurityException {
		String algorithm = header.getAlgorithm().getName();
		if (!algorithm.equals("Ed25519") && !algorithm.equals("EdDSA")) {
			return false;
		}
		Signature verifier = Signature.getInstance("Ed25519");
		verifier.initVerify(key);
		verifier.update(signingInput);
		return verifier.verify(signature.decode());
	}

}
