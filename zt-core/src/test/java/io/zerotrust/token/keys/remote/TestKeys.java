package io.zerotrust.token.keys.remote;

import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.zerotrust.Requests;

/**
 * Keys, key sets and tokens.
 */
final class TestKeys {

	private TestKeys() {
	}

	static ECKey ec(String id) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static RSAKey rsa(String id, int size) {
		try {
			return new RSAKeyGenerator(size, true).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The members of a public key.
	 */
	static Map<String, Object> json(JWK key) {
		return new LinkedHashMap<>(key.toPublicJWK().toJSONObject());
	}

	static Map<String, Object> json(JWK key, String name, Object value) {
		Map<String, Object> json = json(key);
		json.put(name, value);
		return json;
	}

	static Map<String, Object> document(Object... keys) {
		return Map.of("keys", List.of(keys));
	}

	/**
	 * A key set as an issuer publishes it.
	 */
	static String published(JWK... keys) {
		return JSONObjectUtils.toJSONString(document(Arrays.stream(keys).map(TestKeys::json).toArray()));
	}

	static String token(ECKey key) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
					new JWTClaimsSet.Builder().subject("alice")
						.expirationTime(Date.from(Requests.NOW.plusSeconds(60)))
						.build());
			jwt.sign(new ECDSASigner(key));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
