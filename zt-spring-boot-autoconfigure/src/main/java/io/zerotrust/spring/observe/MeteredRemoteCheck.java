package io.zerotrust.spring.observe;

import java.util.concurrent.CompletionStage;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.RemoteCheck;

/**
 * Measures a check that asks somebody, until the answer is there.
 */
final class MeteredRemoteCheck implements RemoteCheck {

	private final RemoteCheck check;

	private final CheckTimes times;

	MeteredRemoteCheck(RemoteCheck check, CheckTimes times) {
		this.check = check;
		this.times = times;
	}

	@Override
	public String name() {
		return this.check.name();
	}

	@Override
	public boolean isOnTrial() {
		return this.check.isOnTrial();
	}

	@Override
	@SuppressWarnings("NullAway")
	public CompletionStage<Finding> evaluate(AccessRequest request) {
		if (!this.times.isDue()) {
			return this.check.evaluate(request);
		}
		long start = this.times.now();
		CompletionStage<Finding> answer;
		try {
			answer = this.check.evaluate(request);
		}
		catch (Exception | Error ex) {
			this.times.end(start, null);
			throw ex;
		}
		if (answer == null) {
			// which the pipeline has a word for
			this.times.end(start, null);
			return answer;
		}
		return answer.whenComplete((finding, failure) -> this.times.end(start, (failure == null) ? finding : null));
	}

}
