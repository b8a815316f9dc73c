package io.zerotrust.check;

import java.util.List;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * What a check counts as that could not answer.
 */
final class Failures {

	static final String CODE = "check.failed";

	private Failures() {
	}

	static Finding orFailed(Step step, @Nullable Finding finding) {
		if (finding == null) {
			return failed(step, "answered nothing");
		}
		if (finding instanceof Finding.Grant && !step.granting()) {
			// INVARIANT: a misplaced grant is refused even if failures of the step pass
			return refusal(step, "granted, which only the policy may");
		}
		return finding;
	}

	static Finding of(Step step, Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return failed(step, "threw " + cause.getClass().getName());
	}

	private static Finding failed(Step step, String what) {
		if (step.onFailure() == OnFailure.PASS) {
			return new Finding.Pass(List.of(new Evidence(CODE, step.check().name() + " " + what)));
		}
		return refusal(step, what);
	}

	private static Finding refusal(Step step, String what) {
		return Finding.refuse(Deny.of(new Reason(CODE, step.check().name() + " " + what)));
	}

}
