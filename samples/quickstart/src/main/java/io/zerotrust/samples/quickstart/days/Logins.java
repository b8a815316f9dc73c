package io.zerotrust.samples.quickstart.days;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;

import io.zerotrust.samples.client.TokenSigner;

/**
 * Tokens as the issuer would give them at the time the clock shows.
 */
final class Logins {

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private final TokenSigner signer;

	private final TokenSigner forger;

	private final String issuer;

	private final Clock clock;

	Logins(TokenSigner signer, String issuer, Clock clock) {
		this.signer = signer;
		this.forger = signer.forger();
		this.issuer = issuer;
		this.clock = clock;
	}

	/**
	 * A user logged in with a password.
	 */
	String password(String user, String session) {
		return this.signer.sign(user(user, session, this.clock.instant()).claim("amr", List.of("pwd")).build());
	}

	/**
	 * A user has just shown a second factor.
	 */
	String secondFactor(String user, String session) {
		return this.signer.sign(user(user, session, this.clock.instant()).claim("amr", List.of("pwd", "otp"))
			.claim("acr", "urn:example:mfa")
			.build());
	}

	/**
	 * A client asks for itself.
	 */
	String client(String client, String... scopes) {
		return this.signer.sign(claims(client, client).claim("scope", List.of(scopes)).build());
	}

	/**
	 * All is right but the signature.
	 */
	String forged(String user) {
		return this.forger.sign(user(user, "forged", this.clock.instant()).build());
	}

	private JWTClaimsSet.Builder user(String user, String session, Instant authenticated) {
		return claims(user, "orders-app").claim("scope", List.of("orders:read", "orders:write"))
			.claim("sid", session)
			.claim("auth_time", authenticated.getEpochSecond());
	}

	private JWTClaimsSet.Builder claims(String subject, String client) {
		Instant now = this.clock.instant();
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.subject(subject)
			.audience("orders")
			.claim("client_id", client)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(LIFETIME)));
	}

}
