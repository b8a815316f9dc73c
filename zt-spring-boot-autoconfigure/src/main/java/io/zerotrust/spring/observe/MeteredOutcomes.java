package io.zerotrust.spring.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.OutcomeListener;

/**
 * Counts responses.
 */
final class MeteredOutcomes implements OutcomeListener {

	private final Held<Ended, Counter> outcomes;

	private final MeterFailures failures;

	MeteredOutcomes(MeterRegistry registry, MeterFailures failures) {
		this.outcomes = new Held<>((ended) -> Counter.builder(MeterCatalogue.OUTCOMES.name())
			.description("Responses to requests that met a gate")
			.tags("status", ended.statusClass() + "xx", "permitted", Boolean.toString(ended.permitted()), "end",
					Tags.word(ended.end()))
			.register(registry));
		this.failures = failures;
	}

	@Override
	public void accept(Outcome outcome) {
		this.failures.shield(() -> this.outcomes
			.of(new Ended(outcome.status() / 100, outcome.evaluation().isPermitted(), outcome.end()))
			.increment());
	}

	private record Ended(int statusClass, boolean permitted, End end) {
	}

}
