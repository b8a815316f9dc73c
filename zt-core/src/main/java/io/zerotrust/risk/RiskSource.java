package io.zerotrust.risk;

import io.zerotrust.access.AccessRequest;

/**
 * Has several things to say about a request and looks up what it needs once. Who has one
 * thing to say is a {@link RiskSignal}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RiskSource {

	/**
	 * Add evidence about a request. Asked after every signal.
	 * @param request the question
	 * @param tally what was said so far, and where to add to
	 */
	void collect(AccessRequest request, RiskTally tally);

}
