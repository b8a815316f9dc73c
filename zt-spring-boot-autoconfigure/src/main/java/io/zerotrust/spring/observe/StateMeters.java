package io.zerotrust.spring.observe;

import java.util.List;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.ratelimit.LimitUsage;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.token.VerifiedTokens;

/**
 * Shows what is remembered: how many callers, and what follows from them.
 *
 * @since 0.1.0
 */
public final class StateMeters {

	private StateMeters() {
	}

	/**
	 * Show what limits keep.
	 * @param limits the limits
	 * @return what binds their meters
	 */
	public static MeterBinder of(Limits limits) {
		return (registry) -> {
			List<LimitUsage> usage = limits.usage();
			for (int i = 0; i < usage.size(); i++) {
				int row = i;
				String limit = usage.get(i).limit();
				Gauge.builder(MeterCatalogue.TRACKED.name(), limits, (all) -> all.usage().get(row).tracked())
					.description("Callers a limit keeps apart")
					.tags("limit", limit)
					.register(registry);
				FunctionCounter
					.builder(MeterCatalogue.OVERFLOWS.name(), limits, (all) -> all.usage().get(row).overflows())
					.description("How often callers were counted together for want of room")
					.tags("limit", limit)
					.register(registry);
			}
		};
	}

	/**
	 * Show what risk has learned.
	 * @param learned what it remembers
	 * @return what binds its meters
	 */
	public static MeterBinder of(LearnedRisk learned) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.PRINCIPALS.name(), learned, LearnedRisk::principals)
				.description("Principals that risk remembers")
				.register(registry);
			for (SubjectKind kind : SubjectKind.values()) {
				Gauge.builder(MeterCatalogue.PRIOR_SHIFT.name(), learned, (all) -> all.priorShift(kind))
					.description("How far the prior of the risk is shifted to meet the budget")
					.tags("kind", Tags.word(kind))
					.register(registry);
			}
		};
	}

	/**
	 * Show how often a verified token need not be verified again.
	 * @param tokens what is kept of tokens
	 * @return what binds their meters
	 */
	public static MeterBinder of(VerifiedTokens tokens) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.TOKENS.name(), tokens, VerifiedTokens::size)
				.description("Tokens whose signature is known to hold")
				.register(registry);
			FunctionCounter.builder(MeterCatalogue.TOKEN_LOOKUPS.name(), tokens, VerifiedTokens::hits)
				.description("Tokens that were looked for among those verified")
				.tags("result", "hit")
				.register(registry);
			FunctionCounter.builder(MeterCatalogue.TOKEN_LOOKUPS.name(), tokens, VerifiedTokens::misses)
				.description("Tokens that were looked for among those verified")
				.tags("result", "miss")
				.register(registry);
		};
	}

}
