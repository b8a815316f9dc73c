package io.zerotrust.token;

import java.time.Duration;
import java.util.Set;

import io.zerotrust.access.ClaimLayout;

/**
 * What tokens of one issuer must look like.
 *
 * @param issuer the exact value of {@code iss}
 * @param audiences the names this service goes by; one of them must be in {@code aud}
 * @param typeRequired whether only tokens typed {@code at+jwt} are accepted (RFC 9068,
 * AT1); otherwise {@code JWT} and untyped ones are too
 * @param maxLifetime the longest accepted time from {@code iat} to {@code exp}
 * @param clockSkew how far the issuer's clock may be off
 * @param layout where the issuer puts things among the claims
 * @param algorithms the signature algorithms of its JWTs (RFC 7518), asymmetric ones
 * alone (RFC 8725 J1, J3)
 * @param binding whether its tokens may or must be bound to a key of the caller
 * @since 0.1.0
 */
public record TrustedIssuer(String issuer, Set<String> audiences, boolean typeRequired, Duration maxLifetime,
		Duration clockSkew, ClaimLayout layout, Set<String> algorithms, Binding binding) {

	private static final Duration LARGEST_SKEW = Duration.ofMinutes(1);

	public TrustedIssuer {
		if (issuer.isBlank()) {
			throw new IllegalArgumentException("issuer must not be blank");
		}
		audiences = Set.copyOf(audiences);
		algorithms = Set.copyOf(algorithms);
		if (!SignatureAlgorithms.ALL.containsAll(algorithms) || algorithms.isEmpty()) {
			throw new IllegalArgumentException(
					"algorithms must be some of " + SignatureAlgorithms.ALL + ": " + algorithms);
		}
		if (maxLifetime.isNegative() || maxLifetime.isZero()) {
			throw new IllegalArgumentException("maxLifetime must be positive: " + maxLifetime);
		}
		if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
			throw new IllegalArgumentException("clockSkew must be between 0 and 1 minute: " + clockSkew);
		}
	}

	/**
	 * Create an issuer that signs with any asymmetric algorithm and whose tokens are
	 * accepted bound and unbound.
	 * @param issuer the exact value of {@code iss}
	 * @param audiences the names this service goes by; one of them must be in {@code aud}
	 * @param typeRequired whether only tokens typed {@code at+jwt} are accepted
	 * @param maxLifetime the longest accepted time from {@code iat} to {@code exp}
	 * @param clockSkew how far the issuer's clock may be off
	 * @param layout where the issuer puts things among the claims
	 */
	public TrustedIssuer(String issuer, Set<String> audiences, boolean typeRequired, Duration maxLifetime,
			Duration clockSkew, ClaimLayout layout) {
		this(issuer, audiences, typeRequired, maxLifetime, clockSkew, layout, SignatureAlgorithms.ALL,
				Binding.accepted());
	}

	/**
	 * Return an issuer with the default rules: any access token type, at most one hour of
	 * life, 60 seconds of clock skew.
	 * @param issuer the exact value of {@code iss}
	 * @param audiences the names this service goes by
	 * @return the issuer
	 */
	public static TrustedIssuer of(String issuer, Set<String> audiences) {
		return new TrustedIssuer(issuer, audiences, false, Duration.ofHours(1), Duration.ofSeconds(60),
				ClaimLayout.standard());
	}

}
