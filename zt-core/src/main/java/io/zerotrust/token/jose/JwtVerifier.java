package io.zerotrust.token.jose;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Reason;
import io.zerotrust.token.jose.Verification.Refused;
import io.zerotrust.token.jose.Verification.Undecided;
import io.zerotrust.token.jose.Verification.Verified;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;

/**
 * Tells whether one of some issuers signed a JWT (RFC 7515 section 5.2, RFC 8725). Looks
 * at everything that costs nothing before keys are looked for, and at nobody's keys but
 * those of the issuer the token names.
 *
 * @since 0.1.0
 */
public final class JwtVerifier {

	private final Map<String, JwtIssuer> issuers;

	private final Signatures signatures;

	private final int maxLength;

	private final Clock clock;

	private final KnownHeaders headers = new KnownHeaders(100);

	/**
	 * Create the verifier.
	 * @param issuers the issuers
	 * @param signatures verifies signatures
	 * @param maxLength the longest token to look at, in characters
	 * @param clock tells which tokens are too old to be worth a signature
	 */
	public JwtVerifier(Collection<JwtIssuer> issuers, Signatures signatures, int maxLength, Clock clock) {
		Map<String, JwtIssuer> byName = new HashMap<>();
		for (JwtIssuer issuer : issuers) {
			if (byName.put(issuer.name(), issuer) != null) {
				throw new IllegalArgumentException("issuer is named twice: " + issuer.name());
			}
		}
		this.issuers = Map.copyOf(byName);
		this.signatures = signatures;
		this.maxLength = maxLength;
		this.clock = clock;
	}

	/**
	 * Verify a token, without waiting for anything.
	 * @param token the token as it was sent
	 * @return whether it holds, or that its issuer has to be asked for keys first
	 */
	public Verification verify(String token) {
		CompactJws jws;
		try {
			jws = CompactJws.read(token, this.maxLength, this.headers);
		}
		catch (MalformedJwsException ex) {
			return refuse(ex.isUnsigned() ? "token.algorithm" : "token.malformed", String.valueOf(ex.getMessage()));
		}
		JwtIssuer issuer = this.issuers.get(jws.issuer());
		if (issuer == null) {
			return refuse("token.issuer", "iss is not trusted");
		}
		String algorithm = jws.header().getAlgorithm().getName();
		if (!issuer.algorithms().contains(algorithm)) {
			return refuse("token.algorithm", "alg is none of " + issuer.algorithms());
		}
		if (jws.claims().get("exp") instanceof Number end
				&& end.longValue() + issuer.clockSkew().toSeconds() < this.clock.instant().getEpochSecond()) {
			return refuse("token.expired", "exp was " + end.longValue());
		}
		KeySet keys = issuer.keys().current();
		List<VerificationKey> matching = matching(keys, jws);
		if (keys != null && !matching.isEmpty()) {
			return verify(jws, issuer, keys, matching);
		}
		return new Undecided(issuer.keys().newerThan(keys).thenApply((newer) -> verify(jws, issuer, newer)));
	}

	/**
	 * Whether an issuer still has the keys a token was verified with.
	 * @param issuer the issuer
	 * @param keys the version of its keys
	 * @return {@code false} if it has others now, or they are too old to be believed
	 */
	public boolean isCurrent(JwtIssuer issuer, long keys) {
		KeySet current = issuer.keys().current();
		return current != null && current.version() == keys;
	}

	private Verification verify(CompactJws jws, JwtIssuer issuer, KeySet keys) {
		List<VerificationKey> matching = matching(keys, jws);
		return matching.isEmpty() ? refuse("token.key", "the issuer has no key of this kid and alg")
				: verify(jws, issuer, keys, matching);
	}

	private Verification verify(CompactJws jws, JwtIssuer issuer, KeySet keys, List<VerificationKey> matching) {
		for (VerificationKey key : matching) {
			if (this.signatures.verify(jws, key.key())) {
				this.headers.remember(jws);
				return new Verified(jws, issuer, keys.version());
			}
		}
		return refuse("token.signature", "no key of the issuer verifies it");
	}

	private static List<VerificationKey> matching(@Nullable KeySet keys, CompactJws jws) {
		return (keys != null) ? keys.matching(jws.header().getKeyID(), jws.header().getAlgorithm().getName())
				: List.of();
	}

	private static Verification refuse(String code, String detail) {
		return new Refused(new Reason(code, detail));
	}

}
