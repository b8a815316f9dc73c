package io.zerotrust.spring.test;

import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * A token that is not signed yet. Takes any header and any claim, sane or not.
 */
final class TokenDraft {

	private final Map<String, Object> header = new LinkedHashMap<>();

	private final Map<String, Object> claims = new LinkedHashMap<>();

	private final Instant now;

	TokenDraft(Instant now) {
		this.now = now;
		header("alg", "RS256").header("kid", SigningKeys.trusted().getKeyID());
	}

	TokenDraft header(String name, Object value) {
		this.header.put(name, value);
		return this;
	}

	TokenDraft withoutHeader(String name) {
		this.header.remove(name);
		return this;
	}

	TokenDraft claim(String name, Object value) {
		this.claims.put(name, (value instanceof Instant instant) ? instant.getEpochSecond() : value);
		return this;
	}

	TokenDraft without(String name) {
		this.claims.remove(name);
		return this;
	}

	/**
	 * Set a NumericDate, some minutes from now.
	 */
	TokenDraft minutes(String name, long fromNow) {
		return claim(name, this.now.plusSeconds(60 * fromNow));
	}

	Map<String, Object> claims() {
		return Collections.unmodifiableMap(this.claims);
	}

	Payload payload() {
		return new Payload(this.claims);
	}

	/**
	 * Sign with the key that the application under test trusts.
	 */
	String sign() {
		return sign(SigningKeys.trusted());
	}

	String sign(RSAKey key) {
		try {
			return sign(new RSASSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String sign(JWSSigner signer) {
		try {
			JWSObject token = new JWSObject(JWSHeader.parse(this.header), payload());
			token.sign(signer);
			return token.serialize();
		}
		catch (JOSEException | ParseException ex) {
			throw new IllegalArgumentException("token cannot be signed: " + ex.getMessage(), ex);
		}
	}

}
