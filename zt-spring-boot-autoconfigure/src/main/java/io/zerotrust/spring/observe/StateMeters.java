package io.zerotrust.spring.observe;

import java.util.List;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.outcome.StreamTally;
import io.zerotrust.ratelimit.LimitUsage;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.token.dpop.MemoryReplayStore;
import io.zerotrust.token.dpop.ProofTally;
import io.zerotrust.token.keys.remote.FetchOutcome;
import io.zerotrust.token.keys.remote.KeyFetching;
import io.zerotrust.token.keys.remote.KeyStatus;

/**
 * Shows what is remembered: how many callers, and what follows from them.
 *
 * @since 0.1.0
 */
public final class StateMeters {

	private static final int MOST_ISSUERS = 100;

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
	 * Show how it stands with the keys of issuers.
	 * @param fetching what fetches them
	 * @return what binds their meters
	 */
	public static MeterBinder of(KeyFetching fetching) {
		return (registry) -> {
			BoundedTag issuers = new BoundedTag(List.of(), MOST_ISSUERS);
			List<KeyStatus> all = fetching.status();
			for (int i = 0; i < all.size(); i++) {
				int row = i;
				String issuer = issuers.of(all.get(i).issuer());
				Gauge.builder(MeterCatalogue.KEY_AGE.name(), fetching, (keys) -> age(keys.status().get(row)))
					.description("How long ago the issuer last confirmed its keys")
					.baseUnit("seconds")
					.tags("issuer", issuer)
					.register(registry);
				Gauge.builder(MeterCatalogue.KEYS.name(), fetching, (keys) -> keys.status().get(row).keys())
					.description("Keys that tokens can be verified with")
					.tags("issuer", issuer)
					.register(registry);
				for (FetchOutcome outcome : FetchOutcome.values()) {
					FunctionCounter
						.builder(MeterCatalogue.KEY_FETCHES.name(), fetching,
								(keys) -> keys.status().get(row).attempts().getOrDefault(outcome, 0L))
						.description("How often the issuer was asked for its keys")
						.tags("issuer", issuer, "outcome", Tags.word(outcome))
						.register(registry);
				}
			}
		};
	}

	private static double age(KeyStatus status) {
		return (status.age() != null) ? status.age().toMillis() / 1000.0 : Double.NaN;
	}

	/**
	 * Show what came of proofs of possession.
	 * @param proofs what counts it
	 * @return what binds its meters
	 */
	public static MeterBinder of(ProofTally proofs) {
		return (registry) -> {
			for (String outcome : proofs.outcomes()) {
				FunctionCounter.builder(MeterCatalogue.PROOFS.name(), proofs, (all) -> all.of(outcome))
					.description("What came of proofs of possession")
					.tags("outcome", outcome)
					.register(registry);
			}
		};
	}

	/**
	 * Show how many used proofs are remembered.
	 * @param replays what remembers them
	 * @return what binds its meter
	 */
	public static MeterBinder of(MemoryReplayStore replays) {
		return (registry) -> Gauge.builder(MeterCatalogue.REPLAYS.name(), replays, MemoryReplayStore::held)
			.description("Used proofs that are remembered")
			.register(registry);
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

	/**
	 * Show responses that are open for long.
	 * @param streams what counts them
	 * @return what binds their meters
	 */
	public static MeterBinder of(StreamTally streams) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.STREAMS.name(), streams, StreamTally::watched)
				.description("Responses that are on their way in parts")
				.register(registry);
			for (boolean observed : new boolean[] { false, true }) {
				FunctionCounter.builder(MeterCatalogue.STREAMS_CLOSED.name(), streams, (all) -> all.closed(observed))
					.description("Open responses whose caller may no longer have them")
					.tags("observed", Boolean.toString(observed))
					.register(registry);
			}
		};
	}

}
