package io.zerotrust.token.keys;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The keys of all issuers, each apart: those of one never verify a token of another (RFC
 * 8725 J9).
 *
 * @since 0.1.0
 */
public final class KeyRing {

	private final Map<String, IssuerKeys> byIssuer;

	/**
	 * Create the ring.
	 * @param byIssuer the keys by the exact value of {@code iss}
	 */
	public KeyRing(Map<String, IssuerKeys> byIssuer) {
		this.byIssuer = Map.copyOf(byIssuer);
	}

	/**
	 * Return the keys of an issuer.
	 * @param issuer a value of {@code iss}
	 * @return its keys, or {@code null} if nobody fetches keys of such an issuer
	 */
	public @Nullable IssuerKeys of(String issuer) {
		return this.byIssuer.get(issuer);
	}

	/**
	 * Return the issuers whose keys are fetched.
	 * @return their names
	 */
	public Set<String> issuers() {
		return this.byIssuer.keySet();
	}

}
