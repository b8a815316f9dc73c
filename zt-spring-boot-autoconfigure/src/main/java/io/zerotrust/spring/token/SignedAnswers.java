package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.MalformedJwsException;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;

/**
 * Reads answers that the issuer signed for this service (RFC 9701, section 5). Nothing
 * else the issuer signs is one, and none of them is an access token.
 *
 * @since 0.1.0
 */
public final class SignedAnswers {

	static final String TYPE = "token-introspection+jwt";

	private static final String MEMBERS = "token_introspection";

	private final TrustedIssuer issuer;

	private final String client;

	private final Supplier<@Nullable KeyRing> keys;

	private final Signatures signatures;

	private final Clock clock;

	private final Duration wait;

	/**
	 * Create the reader.
	 * @param issuer the issuer, and how this service is known to it
	 * @param keys the keys of all issuers
	 * @param signatures verifies signatures
	 * @param clock tells the time
	 * @param wait how long newer keys are waited for, and how old an answer may be beside
	 * what clocks are off
	 */
	public SignedAnswers(TokenIssuer issuer, Supplier<@Nullable KeyRing> keys, Signatures signatures, Clock clock,
			Duration wait) {
		this.issuer = issuer.rules();
		this.client = (issuer.introspection() != null) ? issuer.introspection().clientId() : "";
		this.keys = keys;
		this.signatures = signatures;
		this.clock = clock;
		this.wait = wait;
	}

	/**
	 * Read an answer.
	 * @param text what the issuer sent
	 * @param maxLength the longest text to look at
	 * @return what it says of the token, or an {@link IllegalArgumentException} if it is
	 * not a fresh answer of the issuer for this service
	 */
	CompletionStage<Map<String, Object>> read(String text, int maxLength) {
		try {
			CompactJws jws = parse(text, maxLength);
			String algorithm = String.valueOf(jws.members().get("alg"));
			Claims claims = jws.view();
			require(TYPE.equals(jws.members().get("typ")), "typ is not " + TYPE);
			require(this.issuer.algorithms().contains(algorithm), "alg is not one of the issuer's");
			require(this.issuer.issuer().equals(claims.text("iss")), "iss is not the issuer");
			require(isForUs(claims.texts("aud")), "aud is not this service");
			require(isFresh(claims.instant("iat")), "iat is missing, or not of this moment");
			require(jws.claims().get(MEMBERS) instanceof Map, MEMBERS + " is not an object");
			return signed(jws, algorithm).thenApply((signed) -> {
				require(signed, "the signature does not hold");
				return members(jws);
			});
		}
		catch (IllegalArgumentException ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	private static CompactJws parse(String text, int maxLength) {
		try {
			return CompactJws.read(text, maxLength);
		}
		catch (MalformedJwsException ex) {
			throw new IllegalArgumentException("not a signed JWT: " + ex.getMessage());
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> members(CompactJws jws) {
		return (Map<String, Object>) jws.claims().getOrDefault(MEMBERS, Map.of());
	}

	private boolean isForUs(List<String> audience) {
		for (String name : audience) {
			if (name.equals(this.client) || this.issuer.audiences().contains(name)) {
				return true;
			}
		}
		return false;
	}

	private boolean isFresh(@Nullable Instant issued) {
		Instant now = this.clock.instant();
		return issued != null && !issued.isAfter(now.plus(this.issuer.clockSkew()))
				&& !issued.isBefore(now.minus(this.issuer.clockSkew()).minus(this.wait).minusSeconds(1));
	}

	private CompletionStage<Boolean> signed(CompactJws jws, String algorithm) {
		KeyRing ring = this.keys.get();
		IssuerKeys keys = (ring != null) ? ring.of(this.issuer.issuer()) : null;
		if (keys == null) {
			throw new IllegalArgumentException("the keys of the issuer are not known");
		}
		KeySet current = keys.current();
		if (current != null && verifies(jws, algorithm, current)) {
			return CompletableFuture.completedStage(true);
		}
		return newer(keys, current).thenApply((newer) -> (current == null || newer.version() != current.version())
				&& verifies(jws, algorithm, newer));
	}

	private boolean verifies(CompactJws jws, String algorithm, KeySet keys) {
		Object id = jws.members().get("kid");
		for (VerificationKey key : keys.matching((id instanceof String text) ? text : null, algorithm)) {
			if (this.signatures.verify(jws, key.key())) {
				return true;
			}
		}
		return false;
	}

	private CompletionStage<KeySet> newer(IssuerKeys keys, @Nullable KeySet current) {
		return Deadline.of(keys.newerThan(current), this.wait)
			.exceptionallyCompose((failure) -> CompletableFuture
				.failedFuture(new IllegalArgumentException("the keys of the issuer cannot be had")));
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new IllegalArgumentException(problem);
		}
	}

}
