package io.zerotrust.spring.observe;

import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.ReasonCode;
import io.zerotrust.decision.ReasonCodes;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

/**
 * Counts decisions. A caller chooses methods, and by way of an application's checks
 * perhaps codes; however many are invented, the number of series stays bounded.
 */
final class DecisionMeters {

	private static final int MOST_SERIES = 10_000;

	private static final int MOST_ENDPOINTS = 1000;

	private static final int MOST_OTHERS = 100;

	private static final String NONE = "none";

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE", "CONNECT", "invoke");

	private final BoundedTag codes = new BoundedTag(ReasonCodes.all().stream().map(ReasonCode::code).toList(),
			MOST_OTHERS);

	private final BoundedTag endpoints = new BoundedTag(List.of(NONE), MOST_ENDPOINTS);

	private final BoundedTag limits = new BoundedTag(List.of(), MOST_OTHERS);

	private final Held<Series, Counter> decisions;

	private final Held<Limit, Counter> throttled;

	DecisionMeters(MeterRegistry registry) {
		this.decisions = new Held<>((series) -> Counter.builder(MeterCatalogue.DECISIONS.name())
			.description("Decisions of the gates")
			.tags("gate", Tags.word(series.gate()), "outcome", series.told().outcome(), "observed",
					series.told().observed(), "code", series.code(), "endpoint", series.endpoint(), "method",
					series.method())
			.register(registry));
		this.throttled = new Held<>((limit) -> Counter.builder(MeterCatalogue.THROTTLED.name())
			.description("Requests over a limit")
			.tags("limit", limit.name(), "observed", limit.told().observed())
			.register(registry));
	}

	void count(Evaluation evaluation) {
		Told told = Told.of(evaluation);
		Refusal refusal = (Told.decision(evaluation) instanceof Refusal refused) ? refused : null;
		String id = evaluation.request().resource().id();
		Series series = new Series(evaluation.gate(), told, (refusal != null) ? refusal.reason().code() : NONE,
				id.isEmpty() ? NONE : id, evaluation.request().action().name());
		Counter known = this.decisions.known(series);
		((known != null) ? known : this.decisions.of(bounded(series))).increment();
		if (refusal instanceof Throttle throttle) {
			String limit = (throttle.quota() != null) ? throttle.quota().limit() : throttle.reason().code();
			this.throttled.of(new Limit(this.limits.of(limit), told)).increment();
		}
	}

	private Series bounded(Series series) {
		String code = (series.told() != Told.PERMIT) ? this.codes.of(series.code()) : NONE;
		String method = METHODS.contains(series.method()) ? series.method() : BoundedTag.OTHER;
		Series bounded = new Series(series.gate(), series.told(), code, this.endpoints.of(series.endpoint()), method);
		if (this.decisions.size() >= MOST_SERIES && this.decisions.known(bounded) == null) {
			return new Series(series.gate(), series.told(), code, BoundedTag.OTHER, BoundedTag.OTHER);
		}
		return bounded;
	}

	private record Series(Gate gate, Told told, String code, String endpoint, String method) {
	}

	private record Limit(String name, Told told) {
	}

}
