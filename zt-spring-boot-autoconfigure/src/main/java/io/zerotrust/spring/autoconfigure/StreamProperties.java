package io.zerotrust.spring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of responses that stay open, streams of events and downloads for example.
 *
 * @param verifyEvery After how long it is asked again whether the caller of a response
 * that is still open may have it; from 1s to 1h. Who may not has it closed: when the
 * token ends, and for anything else after this time at the latest.
 */
record StreamProperties(@DefaultValue("30s") Duration verifyEvery) {

	private static final String KEY = "zt.streams.verify-every";

	/**
	 * Return the period, if it can be meant.
	 * @throws MisconfigurationException if it cannot
	 */
	Duration period() {
		boolean fits = this.verifyEvery.compareTo(Duration.ofSeconds(1)) >= 0
				&& this.verifyEvery.compareTo(Duration.ofHours(1)) <= 0;
		if (!fits) {
			throw new MisconfigurationException(KEY + " is " + this.verifyEvery.toMillis() + "ms.",
					"Set " + KEY + " to a duration from 1s to 1h, 30s for example.");
		}
		return this.verifyEvery;
	}

}
