package io.zerotrust.risk.learned;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.RiskThresholds;

/**
 * What is looked at of a request.
 *
 * @param request the request
 * @param principal who asks
 * @param kind what kind of caller that is
 * @param group the number of its peers
 * @param session the session
 * @param surroundings where it comes from and with what
 * @param endpoint the number of the endpoint
 * @param critical whether misuse of it does the greatest harm
 * @param bound whether the caller has proven to hold the key of its token
 * @param objects the objects it is about
 * @param thresholds from which risk on something happens there
 * @param authenticated when the user has logged in, in seconds since the epoch; 0 if
 * nobody says
 * @param time when the request was received, in seconds since the epoch
 */
record Sample(AccessRequest request, PrincipalKey principal, SubjectKind kind, int group, long session,
		Surroundings surroundings, int endpoint, boolean critical, boolean bound, Touch[] objects,
		RiskThresholds thresholds, int authenticated, int time) {

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

	int day() {
		return this.time / Decay.DAY;
	}

}
