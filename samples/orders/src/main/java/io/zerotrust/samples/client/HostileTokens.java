package io.zerotrust.samples.client;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens that no issuer should give and no API should take. Where an attack needs a good
 * signature it gets one by the issuer's own key.
 */
public final class HostileTokens {

	private final TokenSigner signer;

	private final String issuer;

	private final Instant now;

	public HostileTokens(TokenSigner signer, String issuer, Instant now) {
		this.signer = signer;
		this.issuer = issuer;
		this.now = now;
	}

	public String expired() {
		return signed(lasting(Duration.ofMinutes(-10), Duration.ofMinutes(-5)));
	}

	public String longLived() {
		return signed(lasting(Duration.ZERO, Duration.ofHours(24)));
	}

	public String withoutExpiry() {
		return signed(claims().expirationTime(null));
	}

	public String forAnotherApi() {
		return signed(claims().audience("billing"));
	}

	public String idToken() {
		return this.signer.sign(JOSEObjectType.JWT,
				claims().claim("nonce", "n-0S6_WzA2Mj").claim("at_hash", "77QmUPtjPfzWtF2A").build());
	}

	public String boundToCertificate() {
		return signed(claims().claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2")));
	}

	public String strongButStale() {
		long yesterday = this.now.minus(Duration.ofDays(1)).getEpochSecond();
		return signed(claims().claim("acr", "urn:example:mfa").claim("auth_time", yesterday));
	}

	public String unsigned() {
		return new PlainJWT(new PlainHeader.Builder().type(TokenSigner.ACCESS_TOKEN).build(), claims().build())
			.serialize();
	}

	public String byForeignKey() {
		return this.signer.forger().sign(claims().build());
	}

	public String byPublicKeyAsSecret() {
		return this.signer.signByPublicKey(claims().build());
	}

	/**
	 * Gives a good token more scopes and leaves its signature alone.
	 */
	public String tampered(String token) {
		try {
			SignedJWT jwt = SignedJWT.parse(token);
			JWTClaimsSet more = new JWTClaimsSet.Builder(jwt.getJWTClaimsSet())
				.claim("scope", List.of("orders:read", "orders:write"))
				.build();
			return jwt.getHeader().toBase64URL() + "." + Base64URL.encode(more.toString()) + "." + jwt.getSignature();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JWTClaimsSet.Builder claims() {
		return lasting(Duration.ZERO, Duration.ofMinutes(5));
	}

	private JWTClaimsSet.Builder lasting(Duration from, Duration to) {
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.subject("orders-app")
			.audience("orders")
			.claim("client_id", "orders-app")
			.claim("scope", List.of("orders:read", "orders:write", "payments:write"))
			.issueTime(Date.from(this.now.plus(from)))
			.expirationTime(Date.from(this.now.plus(to)));
	}

	private String signed(JWTClaimsSet.Builder claims) {
		return this.signer.sign(claims.build());
	}

}
