package io.zerotrust.risk.learned;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.RiskThresholds;

/**
 * What is looked at of a request, with hashes for what a person could be told by.
 *
 * @param principal who asks
 * @param kind what kind of caller that is
 * @param session the session; 0 if the credential names none
 * @param network the network the request comes from
 * @param device the device
 * @param agent the family of the user agent
 * @param endpoint the number of the endpoint
 * @param critical whether misuse of it does the greatest harm
 * @param thresholds from which risk on something happens there
 * @param authenticated when the user has logged in, in seconds since the epoch; 0 if
 * nobody says
 * @param time when the request was received, in milliseconds since the epoch
 */
record Sample(Principal principal, SubjectKind kind, int session, int network, int device, int agent, int endpoint,
		boolean critical, RiskThresholds thresholds, long authenticated, long time) {

	/**
	 * The value of a facet that a request does not show.
	 */
	static final int ABSENT = 0;

	boolean isService() {
		return this.kind == SubjectKind.SERVICE;
	}

	/**
	 * Return from which risk on the caller gets no further.
	 */
	double refused() {
		return isService() ? this.thresholds.deny() : this.thresholds.stepUp();
	}

	/**
	 * Return all of the surroundings in one number.
	 */
	int surroundings() {
		return (this.network * 31 + this.device) * 31 + this.agent;
	}

}
