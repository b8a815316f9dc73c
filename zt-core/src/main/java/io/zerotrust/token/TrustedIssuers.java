package io.zerotrust.token;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimLayout;

/**
 * The issuers whose tokens are accepted.
 *
 * @since 0.1.0
 */
public final class TrustedIssuers {

	private final Map<String, TrustedIssuer> byName;

	/**
	 * Create the set of issuers.
	 * @param issuers the issuers; an empty set trusts nobody
	 */
	public TrustedIssuers(Collection<TrustedIssuer> issuers) {
		Map<String, TrustedIssuer> byName = new HashMap<>();
		for (TrustedIssuer issuer : issuers) {
			if (byName.put(issuer.issuer(), issuer) != null) {
				throw new IllegalArgumentException("issuer is named twice: " + issuer.issuer());
			}
		}
		this.byName = Map.copyOf(byName);
	}

	/**
	 * Return the issuers.
	 * @return all of them, sorted by name
	 */
	public List<TrustedIssuer> all() {
		return this.byName.values().stream().sorted(Comparator.comparing(TrustedIssuer::issuer)).toList();
	}

	/**
	 * Whether an issuer is trusted.
	 * @param issuer a value of {@code iss}, compared exactly
	 * @return {@code true} if it is one of the set
	 */
	public boolean trusts(String issuer) {
		return this.byName.containsKey(issuer);
	}

	/**
	 * Return where an issuer puts things among the claims.
	 * @param issuer a value of {@code iss}
	 * @return the layout; the standard one for strangers
	 */
	public ClaimLayout layoutOf(String issuer) {
		TrustedIssuer rules = rulesFor(issuer);
		return (rules != null) ? rules.layout() : ClaimLayout.standard();
	}

	/**
	 * Return the rules for tokens of an issuer. Where there is only one issuer its rules
	 * hold for strangers too, so that the checks still say something while the issuer
	 * check is only observed.
	 * @param issuer a value of {@code iss}
	 * @return the rules, or {@code null} if there are none
	 */
	@Nullable TrustedIssuer rulesFor(String issuer) {
		TrustedIssuer exact = this.byName.get(issuer);
		if (exact != null || this.byName.size() != 1) {
			return exact;
		}
		return this.byName.values().iterator().next();
	}

}
