package io.zerotrust.risk.quarantine;

import java.time.Instant;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.risk.Challenges;

/**
 * A quarantine.
 *
 * @param id tells it from others
 * @param key what is shut out
 * @param cause what led to it
 * @param reason why, for operators
 * @param since from when on
 * @param until until when
 * @param by who imposed it: {@code zt}, or the name of an operator
 * @since 0.1.0
 */
public record Quarantined(String id, QuarantineKey key, QuarantineCause cause, String reason, Instant since,
		Instant until, String by) {

	/**
	 * Whether it still holds.
	 * @param now the present moment
	 * @return {@code true} if it has not run out
	 */
	public boolean isActive(Instant now) {
		return now.isBefore(this.until);
	}

	/**
	 * Whether the user has logged in strongly since, and that is what was missing.
	 */
	boolean isClearedBy(AccessRequest request, Challenges challenges) {
		if (this.cause != QuarantineCause.IGNORED_CHALLENGES || !challenges.met(request)) {
			return false;
		}
		Instant authenticated = request.subject().credential().claims().instant("auth_time");
		return authenticated != null && authenticated.isAfter(this.since);
	}

	/**
	 * Put another of the same key to this one: the weightier cause and the later end
	 * count.
	 */
	Quarantined and(Quarantined other) {
		return new Quarantined(this.id, this.key, other.cause, other.reason, this.since,
				other.until.isAfter(this.until) ? other.until : this.until, other.by);
	}

}
