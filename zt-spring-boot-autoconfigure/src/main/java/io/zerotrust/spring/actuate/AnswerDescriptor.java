package io.zerotrust.spring.actuate;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

/**
 * An answer explained.
 *
 * @param outcome {@code permit}, {@code challenge}, {@code throttle} or {@code deny}
 * @param code the reason code, or {@code null} for a permit
 * @param detail what an operator needs to know, or {@code null} if there is nothing
 * @param demands what would have helped, or {@code null} if nothing would
 * @since 0.1.0
 */
public record AnswerDescriptor(String outcome, @Nullable String code, @Nullable String detail,
		@Nullable Demands demands) {

	private static final AnswerDescriptor PERMIT = new AnswerDescriptor("permit", null, null, null);

	static AnswerDescriptor of(Decision decision) {
		if (!(decision instanceof Refusal refusal)) {
			return PERMIT;
		}
		if (refusal instanceof Challenge challenge) {
			return refused("challenge", refusal, new Demands(Words.of(challenge.proof()), challenge.acr(),
					seconds(challenge.maxAge()), List.of(), null));
		}
		if (refusal instanceof Throttle throttle) {
			return refused("throttle", refusal,
					new Demands(null, List.of(), null, List.of(), roundedUp(throttle.retryAfter())));
		}
		List<String> scopes = (refusal instanceof Deny deny) ? deny.requiredScopes().stream().sorted().toList()
				: List.of();
		return refused("deny", refusal, scopes.isEmpty() ? null : new Demands(null, List.of(), null, scopes, null));
	}

	private static AnswerDescriptor refused(String outcome, Refusal refusal, @Nullable Demands demands) {
		String detail = refusal.reason().detail();
		return new AnswerDescriptor(outcome, refusal.reason().code(), detail.isEmpty() ? null : Words.plain(detail),
				demands);
	}

	private static @Nullable Long seconds(@Nullable Duration duration) {
		return (duration != null) ? duration.toSeconds() : null;
	}

	private static long roundedUp(Duration duration) {
		return duration.toSeconds() + ((duration.getNano() > 0) ? 1 : 0);
	}

	/**
	 * What would have helped.
	 *
	 * @param proof what is wrong with the proof: {@code missing}, {@code malformed},
	 * {@code invalid} or {@code weak}
	 * @param acr acceptable authentication context classes
	 * @param maxAge the longest time since the user authenticated, in seconds
	 * @param scopes the scopes needed
	 * @param retryAfter how long to wait in seconds, rounded up
	 */
	public record Demands(@Nullable String proof, List<String> acr, @Nullable Long maxAge, List<String> scopes,
			@Nullable Long retryAfter) {
	}

}
