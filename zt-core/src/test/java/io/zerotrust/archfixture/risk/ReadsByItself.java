package io.zerotrust.archfixture.risk;

import com.nimbusds.jose.JWSHeader;

/**
 * Wrong outside of the room of tokens: reads one.
 */
public final class ReadsByItself {

	private ReadsByItself() {
	}

	static String algorithm(JWSHeader header) {
		return header.getAlgorithm().getName();
	}

}
