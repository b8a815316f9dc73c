package io.zerotrust.spring.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.keys.remote.KeyFetching;
import io.zerotrust.token.keys.remote.KeyFinding;
import io.zerotrust.token.keys.remote.KeyStatus;
import io.zerotrust.token.keys.remote.KeyStatus.State;

/**
 * Says whether tokens can be verified: out of service while there are keys of no issuer
 * at all, and each needs some. One issuer of several that is away leaves the tokens of
 * the others.
 *
 * @since 0.1.0
 */
public final class IssuersHealthIndicator extends AbstractHealthIndicator {

	private final KeyFetching fetching;

	private final boolean others;

	/**
	 * Create the indicator.
	 * @param fetching knows how it stands with the keys
	 * @param issuers the trusted issuers; of some no keys may be fetched, since they are
	 * asked about tokens for example
	 */
	public IssuersHealthIndicator(KeyFetching fetching, TrustedIssuers issuers) {
		super("the keys of issuers could not be looked at");
		this.fetching = fetching;
		Set<String> fetched = fetching.ring().issuers();
		this.others = issuers.all().stream().anyMatch((issuer) -> !fetched.contains(issuer.issuer()));
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		List<KeyStatus> all = this.fetching.status();
		boolean usable = all.isEmpty() || this.others;
		for (KeyStatus status : all) {
			usable |= status.state() == State.UP || status.state() == State.STALE;
			builder.withDetail(status.issuer(), details(status));
		}
		if (usable) {
			builder.up();
		}
		else {
			builder.outOfService();
		}
	}

	private static Map<String, Object> details(KeyStatus status) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("state", status.state().name());
		details.put("keys", status.keys());
		details.put("version", status.version());
		if (status.age() != null) {
			details.put("age", status.age().toSeconds() + "s");
		}
		if (status.failure() != null) {
			details.put("failure", status.failure());
		}
		if (!status.findings().isEmpty()) {
			details.put("findings", status.findings().stream().map(KeyFinding::toString).toList());
		}
		return details;
	}

}
