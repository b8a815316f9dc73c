package io.zerotrust.spring.test.autoconfigure;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWK;

import io.zerotrust.spring.test.ZtTestIssuer;
import io.zerotrust.spring.token.FixedKeys;
import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.jose.PublicKeys;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;

/**
 * Puts the keys of the issuer in memory in place of those an application would fetch, and
 * none in place of those of other issuers.
 */
final class TestKeys {

	private TestKeys() {
	}

	static KeyRing of(ZtTestIssuer issuer, TokenIssuers trusted) {
		List<VerificationKey> keys = new ArrayList<>();
		for (JWK jwk : issuer.publicKeys().getKeys()) {
			PublicKey key = PublicKeys.of(jwk);
			if (key != null) {
				// as the decoder of tests has always had it
				keys.add(new VerificationKey(jwk.getKeyID(), "RS256", key));
			}
		}
		Map<String, IssuerKeys> byIssuer = new HashMap<>();
		for (TokenIssuer other : trusted.all()) {
			byIssuer.put(other.rules().issuer(), new FixedKeys(new KeySet(1, List.of(), Instant.EPOCH)));
		}
		byIssuer.put(issuer.issuer(), new FixedKeys(new KeySet(1, keys, Instant.EPOCH)));
		return new KeyRing(byIssuer);
	}

}
