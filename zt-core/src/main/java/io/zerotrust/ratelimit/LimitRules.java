package io.zerotrust.ratelimit;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The limits there are.
 *
 * @param addressFailures how often an address may fail, or {@code null} for as often as
 * it likes
 * @param addressRequests how often an address may ask, or {@code null} for no limit
 * @param subjectRequests how often a subject may ask, or {@code null} for no limit
 * @since 0.1.0
 */
public record LimitRules(@Nullable RateLimit addressFailures, @Nullable RateLimit addressRequests,
		@Nullable RateLimit subjectRequests) {

	public LimitRules {
		Set<String> names = new HashSet<>();
		verify(names, addressFailures);
		verify(names, addressRequests);
		verify(names, subjectRequests);
	}

	private static void verify(Set<String> names, @Nullable RateLimit limit) {
		if (limit != null && !names.add(limit.name())) {
			throw new IllegalArgumentException("two limits share the name " + limit.name());
		}
	}

}
