package io.zerotrust.risk;

import java.time.Duration;
import java.time.Instant;

import io.zerotrust.access.AccessRequest;

/**
 * The token is older than fresh ones usually are: more time to be stolen.
 *
 * @since 0.1.0
 */
public final class TokenAgeSignal implements RiskSignal {

	private final Duration fresh;

	private final Assessment old;

	/**
	 * Create the signal.
	 * @param fresh up to this age a token counts as fresh
	 */
	public TokenAgeSignal(Duration fresh) {
		this.fresh = fresh;
		this.old = new Assessment(0.5, "token older than " + fresh);
	}

	@Override
	public String name() {
		return "token-age";
	}

	@Override
	public EvidenceGroup group() {
		return EvidenceGroup.SESSION;
	}

	@Override
	public Assessment assess(AccessRequest request) {
		Instant issued = request.subject().credential().claims().instant("iat");
		if (issued == null || !request.context().time().isAfter(issued.plus(this.fresh))) {
			return Assessment.silent();
		}
		return this.old;
	}

}
