package io.zerotrust.risk;

import java.util.Arrays;
import java.util.List;

import io.zerotrust.access.AccessRequest;

/**
 * Sums the signals up: the logistic of a prior and the clipped log-likelihood ratios of
 * each group. Deterministic, and explained by its terms.
 *
 * @since 0.1.0
 */
public final class RiskEngine {

	private final RiskSignal[] signals;

	private final RiskSource[] sources;

	private final RiskSettings settings;

	/**
	 * Create the engine.
	 * @param signals the signals to sum up
	 */
	public RiskEngine(List<? extends RiskSignal> signals) {
		this(signals, List.of());
	}

	/**
	 * Create the engine.
	 * @param signals the signals to sum up
	 * @param sources who else is asked, after them
	 */
	public RiskEngine(List<? extends RiskSignal> signals, List<? extends RiskSource> sources) {
		this(RiskSettings.defaults(), signals, sources);
	}

	/**
	 * Create the engine.
	 * @param settings how much each signal counts
	 * @param signals the signals to sum up
	 * @param sources who else is asked, after them
	 */
	public RiskEngine(RiskSettings settings, List<? extends RiskSignal> signals, List<? extends RiskSource> sources) {
		this.settings = settings;
		this.signals = signals.toArray(RiskSignal[]::new);
		this.sources = sources.toArray(RiskSource[]::new);
	}

	/**
	 * Return an engine that asks somebody else too.
	 * @param source who is asked after everybody else
	 * @return the engine
	 */
	public RiskEngine with(RiskSource source) {
		RiskSource[] all = Arrays.copyOf(this.sources, this.sources.length + 1);
		all[this.sources.length] = source;
		return new RiskEngine(this.settings, List.of(this.signals), List.of(all));
	}

	/**
	 * Return how much each signal counts, and what follows.
	 * @return the settings
	 */
	public RiskSettings settings() {
		return this.settings;
	}

	/**
	 * Score a request of somebody who has not stepped up.
	 * @param request the question
	 * @return the score
	 * @throws IllegalStateException if a signal answers nothing
	 */
	public RiskScore score(AccessRequest request) {
		return score(request, false);
	}

	/**
	 * Score a request.
	 * @param request the question
	 * @param steppedUp whether the caller has just stepped up: what speaks of who asks
	 * counts less then
	 * @return the score
	 * @throws IllegalStateException if a signal answers nothing
	 */
	public RiskScore score(AccessRequest request, boolean steppedUp) {
		RiskTally tally = new RiskTally(this.settings, steppedUp);
		for (RiskSignal signal : this.signals) {
			Assessment assessment = signal.assess(request);
			if (assessment == null) {
				throw new IllegalStateException("signal " + signal.name() + " answered nothing");
			}
			if (assessment.nats() != 0) {
				tally.add(signal.group(), signal.name(), assessment);
			}
		}
		for (RiskSource source : this.sources) {
			source.collect(request, tally);
		}
		return tally.score();
	}

}
