package io.zerotrust.risk.quarantine;

import java.time.Instant;
import java.util.Locale;

/**
 * Something became of a quarantine.
 *
 * @param change what
 * @param quarantined the quarantine
 * @param time when
 * @param by who did it: {@code zt}, or the name of an operator
 * @since 0.1.0
 */
public record QuarantineEvent(Change change, Quarantined quarantined, Instant time, String by) {

	/**
	 * What becomes of quarantines.
	 */
	public enum Change {

		/**
		 * It holds from now on, or for longer than before.
		 */
		IMPOSED,

		/**
		 * It was lifted before its time.
		 */
		RELEASED,

		/**
		 * It ran out. Nobody watches the clock: this is noticed at the next decision
		 * about an endpoint, whoever asked, or when quarantines are listed, imposed or
		 * released.
		 */
		EXPIRED;

		/**
		 * Return the name as it is written.
		 * @return the name in lower case
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
