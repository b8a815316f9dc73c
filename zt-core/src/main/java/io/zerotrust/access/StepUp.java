package io.zerotrust.access;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How strongly and how recently the user must have authenticated (RFC 9470, section 3).
 *
 * @param acr acceptable authentication context class references in order of preference;
 * empty accepts every one
 * @param maxAge the longest time since the user authenticated, or {@code null} for no
 * limit
 * @since 0.1.0
 */
public record StepUp(List<String> acr, @Nullable Duration maxAge) {

	private static final StepUp NONE = new StepUp(List.of(), null);

	public StepUp {
		acr = List.copyOf(acr);
		if (maxAge != null && maxAge.isNegative()) {
			throw new IllegalArgumentException("maxAge must not be negative: " + maxAge);
		}
	}

	/**
	 * Return the requirement that everybody meets.
	 * @return the empty requirement
	 */
	public static StepUp none() {
		return NONE;
	}

	/**
	 * Whether everybody meets the requirement.
	 * @return {@code true} if neither a class nor an age is demanded
	 */
	public boolean isEmpty() {
		return this.acr.isEmpty() && this.maxAge == null;
	}

}
