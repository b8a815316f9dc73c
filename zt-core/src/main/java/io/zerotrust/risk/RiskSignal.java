package io.zerotrust.risk;

import io.zerotrust.access.AccessRequest;

/**
 * One thing that makes a request look more, or less, like an attack. A signal only
 * computes and waits for nothing. An application adds its own as a bean.
 *
 * @since 0.1.0
 */
public interface RiskSignal {

	/**
	 * Return the name under which the signal is reported.
	 * @return a stable name such as {@code token-age}
	 */
	String name();

	/**
	 * Return what the signal speaks of.
	 * @return the group of evidence it is summed up with
	 */
	EvidenceGroup group();

	/**
	 * Assess a request.
	 * @param request the question
	 * @return what the signal says about it
	 */
	Assessment assess(AccessRequest request);

}
