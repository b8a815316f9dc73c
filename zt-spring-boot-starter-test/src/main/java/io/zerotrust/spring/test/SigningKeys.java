package io.zerotrust.spring.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The keys of this JVM, generated when first asked for because that takes a while.
 */
final class SigningKeys {

	private SigningKeys() {
	}

	/**
	 * Return the key of every test issuer.
	 */
	static RSAKey trusted() {
		return Trusted.KEY;
	}

	/**
	 * Return a key that nobody trusts.
	 */
	static RSAKey foreign() {
		return Foreign.KEY;
	}

	private static RSAKey generate(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id)
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Trusted {

		private static final RSAKey KEY = generate("zt-test");

	}

	private static final class Foreign {

		private static final RSAKey KEY = generate("zt-test-foreign");

	}

}
