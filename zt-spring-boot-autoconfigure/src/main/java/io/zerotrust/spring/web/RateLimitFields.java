package io.zerotrust.spring.web;

import java.time.Duration;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Mode;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Quota;

/**
 * What is left of limits, as a caller is told: two structured fields (RFC 9651) that hold
 * a list each, in the same order (RateLimit header fields for HTTP, sections 2 and 3).
 *
 * @param policy the value of {@code RateLimit-Policy}
 * @param state the value of {@code RateLimit}
 * @since 0.1.0
 */
public record RateLimitFields(String policy, String state) {

	/**
	 * The name of the field that holds the limits.
	 */
	public static final String POLICY = "RateLimit-Policy";

	/**
	 * The name of the field that holds what is left of them.
	 */
	public static final String STATE = "RateLimit";

	/**
	 * An integer of a structured field has at most 15 digits.
	 */
	private static final long LARGEST = 999_999_999_999_999L;

	/**
	 * Write what is left of one limit.
	 * @param quota what is left
	 * @return the fields
	 */
	public static RateLimitFields of(Quota quota) {
		StringBuilder policy = name(quota.limit());
		policy.append(";q=").append(integer(quota.permits()));
		policy.append(";w=").append(integer(seconds(quota.window())));
		StringBuilder state = name(quota.limit());
		state.append(";r=").append(integer(quota.remaining()));
		state.append(";t=").append(integer(seconds(quota.reset())));
		return new RateLimitFields(policy.toString(), state.toString());
	}

	/**
	 * Write what is left of the limits that a permitted request was counted against.
	 * Limits that are only observed are not told.
	 * @param evaluation the decision on the request
	 * @return the fields, or {@code null} if the request was not counted
	 */
	public static @Nullable RateLimitFields of(Evaluation evaluation) {
		RateLimitFields fields = null;
		for (StepFinding step : evaluation.findings()) {
			if (step.finding() instanceof Finding.Pass pass && pass.quota() != null && step.mode() == Mode.ENFORCE) {
				RateLimitFields next = of(pass.quota());
				fields = (fields != null) ? fields.and(next) : next;
			}
		}
		return fields;
	}

	private RateLimitFields and(RateLimitFields next) {
		return new RateLimitFields(this.policy + ", " + next.policy, this.state + ", " + next.state);
	}

	/**
	 * Put a list behind those that are there.
	 * @param known the values of the field so far
	 * @param list the list to come last
	 * @return the value of the field
	 */
	public static String join(Collection<String> known, String list) {
		return known.isEmpty() ? list : String.join(", ", known) + ", " + list;
	}

	/**
	 * Round a time up: whoever comes then is not early.
	 */
	static long seconds(Duration duration) {
		return (duration.getNano() == 0) ? duration.toSeconds() : duration.toSeconds() + 1;
	}

	private static long integer(long value) {
		return Math.min(value, LARGEST);
	}

	private static StringBuilder name(String limit) {
		StringBuilder name = new StringBuilder(limit.length() + 32).append('"');
		for (int i = 0; i < limit.length(); i++) {
			char c = limit.charAt(i);
			if (c == '"' || c == '\\') {
				name.append('\\');
			}
			name.append(c);
		}
		return name.append('"');
	}

}
