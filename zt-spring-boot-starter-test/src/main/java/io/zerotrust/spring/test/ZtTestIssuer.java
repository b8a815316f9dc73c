package io.zerotrust.spring.test;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import com.nimbusds.jose.jwk.JWKSet;

/**
 * An issuer in memory whose tokens are really signed (RS256). All of them in a JVM share
 * one key.
 *
 * @since 0.1.0
 */
public final class ZtTestIssuer {

	private final String issuer;

	private final String audience;

	private final Clock clock;

	/**
	 * Create the issuer.
	 * @param issuer the value of {@code iss}
	 * @param audience the value of {@code aud}
	 * @param clock tells when tokens are issued
	 */
	public ZtTestIssuer(String issuer, String audience, Clock clock) {
		if (issuer.isBlank()) {
			throw new IllegalArgumentException("issuer must not be blank");
		}
		if (audience.isBlank()) {
			throw new IllegalArgumentException("audience must not be blank");
		}
		this.issuer = issuer;
		this.audience = audience;
		this.clock = clock;
	}

	/**
	 * Return the name of the issuer.
	 * @return the value of {@code iss}
	 */
	public String issuer() {
		return this.issuer;
	}

	/**
	 * Return the service that the tokens are for.
	 * @return the value of {@code aud}
	 */
	public String audience() {
		return this.audience;
	}

	/**
	 * Return the keys that the tokens are verified with, as a real issuer publishes them.
	 * @return the public keys; {@code toString()} is the JWK Set document
	 */
	public JWKSet publicKeys() {
		return new JWKSet(SigningKeys.trusted().toPublicJWK());
	}

	/**
	 * Start a token.
	 * @return a builder of good tokens
	 */
	public TokenBuilder token() {
		return new TokenBuilder(this);
	}

	/**
	 * Mint a bad token.
	 * @param defect what is wrong with it
	 * @param scopes the scopes, so that the defect is the only reason to refuse it
	 * @return the token in its compact form
	 */
	public String mint(BadToken defect, String... scopes) {
		return token().scopes(scopes).bad(defect).mint();
	}

	Clock clock() {
		return this.clock;
	}

	TokenDraft draft(Instant now) {
		return new TokenDraft(now).header("typ", "at+jwt")
			.claim("iss", this.issuer)
			.claim("aud", this.audience)
			.claim("sub", "user")
			.claim("client_id", "client")
			.claim("jti", UUID.randomUUID().toString());
	}

}
