package io.zerotrust.spring.observe;

import java.util.List;

import io.micrometer.core.instrument.Meter.Type;

import io.zerotrust.spring.observe.MeterDescription.TagDescription;

/**
 * Every meter of zt.
 *
 * @since 0.1.0
 */
public final class MeterCatalogue {

	private static final TagDescription GATE = tag("gate", "`arrival`, `access`, `invocation`");

	private static final TagDescription OUTCOME = tag("outcome", "`permit`, `challenge`, `throttle`, `deny`");

	private static final TagDescription OBSERVED = tag("observed",
			"`true` if enforcement would have had this outcome and the request went on, else `false`");

	static final MeterDescription DECISIONS = new MeterDescription("zt.decisions", Type.COUNTER, "decisions", List.of(
			GATE, OUTCOME, OBSERVED,
			tag("code",
					"the [reason code](reason-codes.md), `none` for a permit; of codes that zt does not know "
							+ "the first 100, then `other`"),
			tag("endpoint",
					"the pattern it is mapped at, or the guarded method; `none` at `arrival`, `unresolved` or `unknown "
							+ "path` where it leads to no handler; the first 1000, then `other`"),
			tag("method",
					"the HTTP method if RFC 9110 or RFC 5789 know it, `invoke` at guarded methods, else " + "`other`")),
			"What was decided. A request is decided on at each gate it comes to, and again while its response is open. From 10000 series on further ones are "
					+ "counted with endpoint and method `other`.");

	static final MeterDescription GATE_TIME = new MeterDescription("zt.gate", Type.TIMER, "seconds",
			List.of(GATE, OUTCOME, OBSERVED),
			"How long a gate took with all its checks and audit sinks. Refusals that need no check are not in it.");

	static final MeterDescription CHECK_TIME = new MeterDescription("zt.check", Type.TIMER, "seconds",
			List.of(tag("check", "the name of the check"),
					tag("finding", "`pass`, `grant`, `refuse`; `failed` if it threw or answered nothing")),
			"How long a check took, a remote one until its answer was there, even if too late to count. One call in 16 is "
					+ "measured, the first among them, so its count is no number of requests.");

	static final MeterDescription THROTTLED = new MeterDescription("zt.limits.throttled", Type.COUNTER, "requests",
			List.of(tag("limit", "the name of the limit, or the reason code if the limit is no number of requests; the "
					+ "first 100, then `other`"), OBSERVED),
			"Requests over a limit.");

	static final MeterDescription RISK = new MeterDescription("zt.risk.score", Type.DISTRIBUTION_SUMMARY,
			"risk, from 0 to 1",
			List.of(tag("check", "`risk`, `risk.learned`; `other` for checks of the application"),
					tag("kind", "`human`, `service`, `agent`; `anonymous` for callers nobody knows")),
			"The risk score of requests of which a signal said something. Its buckets end at the thresholds of the four "
					+ "sensitivities.");

	static final MeterDescription OUTCOMES = new MeterDescription("zt.outcomes", Type.COUNTER, "requests",
			List.of(tag("status", "the class of the status, `2xx` for example"),
					tag("permitted", "whether the last gate permitted, `true` or `false`"),
					tag("end", "`completed`, `failed`, `timed-out`; `cut-off` if it was closed on its way")),
			"Responses to requests that met a gate.");

	static final MeterDescription TRACKED = new MeterDescription("zt.limits.tracked", Type.GAUGE, "callers",
			List.of(tag("limit", "the name of the limit; `-48` at its end stands for IPv6 networks of that length")),
			"How many callers the limit keeps apart. At `zt.limits.tracked-callers` newcomers are counted together.");

	static final MeterDescription OVERFLOWS = new MeterDescription("zt.limits.overflows", Type.COUNTER, "requests",
			List.of(tag("limit", "as `zt.limits.tracked` has it")),
			"How often a caller was counted together with others of its prefix for want of room.");

	static final MeterDescription PRINCIPALS = new MeterDescription("zt.risk.principals", Type.GAUGE, "principals",
			List.of(), "How many principals learned risk remembers, `zt.risk.principals` at most.");

	static final MeterDescription PRIOR_SHIFT = new MeterDescription("zt.risk.prior.shift", Type.GAUGE, "nats",
			List.of(tag("kind", "`human`, `service`, `agent`")),
			"How far the prior of the risk is shifted to meet `zt.risk.challenge-budget`, from -1.5 to 1.5; negative "
					+ "challenges fewer.");

	private static final TagDescription DATABASE = tag("database", "`asn`, `location`");

	static final MeterDescription ORIGIN_AGE = new MeterDescription("zt.risk.origin.age", Type.GAUGE, "seconds",
			List.of(DATABASE), "How long ago the database of addresses in use was built.");

	static final MeterDescription ORIGIN_FAILURES = new MeterDescription("zt.risk.origin.failures", Type.COUNTER,
			"failures", List.of(DATABASE),
			"How often a changed database of addresses, or an entry of one, could not be read. What was read before "
					+ "stays in use.");
	static final MeterDescription QUARANTINES = new MeterDescription("zt.quarantine.active", Type.GAUGE, "quarantines",
			List.of(), "How many quarantines are held, `zt.risk.quarantine.capacity` at most.");

	static final MeterDescription QUARANTINES_IMPOSED = new MeterDescription("zt.quarantine.imposed", Type.COUNTER,
			"quarantines", List.of(tag("cause", "`risk`, `ignored-challenges`, `operator`")),
			"Quarantines that were imposed or made longer.");

	static final MeterDescription QUARANTINES_RELEASED = new MeterDescription("zt.quarantine.released", Type.COUNTER,
			"quarantines", List.of(), "Quarantines that were lifted before their time, by an operator or a step-up.");

	static final MeterDescription QUARANTINES_EXPIRED = new MeterDescription("zt.quarantine.expired", Type.COUNTER,
			"quarantines", List.of(), "Quarantines that ran out, counted when that is noticed.");

	static final MeterDescription QUARANTINES_REJECTED = new MeterDescription("zt.quarantine.rejected", Type.COUNTER,
			"quarantines", List.of(),
			"Quarantines there was no room for: at all, or beside 64 others of the same principal. Requests are "
					+ "refused by their risk alone then.");

	private static final TagDescription ISSUER = tag("issuer",
			"the issuer as it is configured; the first 100, then `other`");

	static final MeterDescription KEY_FETCHES = new MeterDescription("zt.keys.fetches", Type.COUNTER, "attempts",
			List.of(ISSUER,
					tag("outcome", "`fetched`, `unreachable`, `timed-out`; `location` for one that may not be asked, "
							+ "`answer` for a status, type, size or text that is no document, `metadata` for that of "
							+ "another issuer, `keys` for a set without a key that does")),
			"How often an issuer was asked for its keys, and what came of it.");

	static final MeterDescription KEY_AGE = new MeterDescription("zt.keys.age", Type.GAUGE, "seconds", List.of(ISSUER),
			"How long ago the issuer last confirmed its keys; no number before it did. At `zt.token.keys.stale-limit` "
					+ "they are given up.");

	static final MeterDescription KEYS = new MeterDescription("zt.keys.usable", Type.GAUGE, "keys", List.of(ISSUER),
			"How many keys of the issuer tokens can be verified with. At 0 every token of it is refused.");

	static final MeterDescription INTROSPECTION = new MeterDescription("zt.introspection", Type.TIMER, "seconds",
			List.of(tag("outcome", "`active`, `inactive`; `failed` if there was no answer that can be believed")),
			"How long issuers took to say whether an opaque token is active. What was known from shortly before is not in "
					+ "it.");

	static final MeterDescription INTROSPECTION_KEPT = new MeterDescription("zt.introspection.kept", Type.GAUGE,
			"tokens", List.of(tag("active", "`true` for tokens that pass, `false` for those that do not")),
			"How many answers about opaque tokens are kept, `zt.token.introspection.cache-size` of each kind at most.");

	static final MeterDescription REVOCATIONS = new MeterDescription("zt.revocations", Type.GAUGE, "revocations",
			List.of(), "How many revocations are held, `zt.token.revocation.capacity` at most.");

	static final MeterDescription REVOCATIONS_REFUSED = new MeterDescription("zt.revocations.refused", Type.COUNTER,
			"revocations", List.of(), "Revocations there was no room for. The tokens they were about go on to pass.");

	static final MeterDescription PROOFS = new MeterDescription("zt.dpop.proofs", Type.COUNTER, "proofs",
			List.of(tag("outcome", "`verified`, or the [reason code](reason-codes.md) it was refused with")),
			"What came of proofs of possession. Those beside a token that does not hold are not looked at.");

	static final MeterDescription REPLAYS = new MeterDescription("zt.dpop.replay.held", Type.GAUGE, "proofs", List.of(),
			"How many used proofs this process remembers, `zt.token.dpop.replay-capacity` at most. Not there with "
					+ "another replay store.");

	static final MeterDescription BASELINE_AGE = new MeterDescription("zt.risk.baselines.age", Type.GAUGE, "seconds",
			List.of(), "How long ago what is learned was saved; no number before the first time, or without a store.");

	static final MeterDescription BASELINE_SIZE = new MeterDescription("zt.risk.baselines.size", Type.GAUGE, "bytes",
			List.of(), "How long the last snapshot was, `zt.risk.baselines.max-size` at most.");

	static final MeterDescription BASELINE_TIME = new MeterDescription("zt.risk.baselines.duration", Type.GAUGE,
			"seconds", List.of(), "How long it took to write and save the last snapshot.");

	static final MeterDescription BASELINE_FAILURES = new MeterDescription("zt.risk.baselines.failures", Type.COUNTER,
			"attempts", List.of(), "How often what is stored could not be read, or what is learned not be saved.");

	static final MeterDescription TOKENS = new MeterDescription("zt.token.cache.size", Type.GAUGE, "tokens", List.of(),
			"How many verified tokens are kept, `zt.token.cache.size` at most.");

	static final MeterDescription TOKEN_LOOKUPS = new MeterDescription("zt.token.cache.lookups", Type.COUNTER, "tokens",
			List.of(tag("result", "`hit`, or `miss` where the signature had to be computed")),
			"How often a token was looked for among those verified before.");

	static final MeterDescription STREAMS = new MeterDescription("zt.streams.open", Type.GAUGE, "responses", List.of(),
			"How many responses are on their way in parts now, and asked about while they are.");

	static final MeterDescription STREAMS_CLOSED = new MeterDescription("zt.streams.closed", Type.COUNTER, "responses",
			List.of(OBSERVED), "Open responses whose caller may no longer have them. Why is in `zt.decisions`.");

	private static final List<MeterDescription> ALL = List.of(DECISIONS, GATE_TIME, CHECK_TIME, THROTTLED, TRACKED,
			OVERFLOWS, RISK, PRINCIPALS, PRIOR_SHIFT, BASELINE_AGE, BASELINE_SIZE, BASELINE_TIME, BASELINE_FAILURES,
			QUARANTINES, QUARANTINES_IMPOSED, QUARANTINES_RELEASED, QUARANTINES_EXPIRED, QUARANTINES_REJECTED,
			ORIGIN_AGE, ORIGIN_FAILURES, TOKENS, TOKEN_LOOKUPS, KEY_FETCHES, KEY_AGE, KEYS, INTROSPECTION,
			INTROSPECTION_KEPT, REVOCATIONS, REVOCATIONS_REFUSED, PROOFS, REPLAYS, OUTCOMES, STREAMS, STREAMS_CLOSED);

	private MeterCatalogue() {
	}

	/**
	 * Return the catalogue.
	 * @return every meter once
	 */
	public static List<MeterDescription> all() {
		return ALL;
	}

	private static TagDescription tag(String name, String values) {
		return new TagDescription(name, values);
	}

}
