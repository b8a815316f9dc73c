package io.zerotrust.spring.observe;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;

/**
 * Measures a check that only computes.
 */
final class MeteredLocalCheck implements LocalCheck {

	private final LocalCheck check;

	private final CheckTimes times;

	MeteredLocalCheck(LocalCheck check, CheckTimes times) {
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
	public Finding evaluate(AccessRequest request) {
		if (!this.times.isDue()) {
			return this.check.evaluate(request);
		}
		long start = this.times.now();
		@Nullable Finding finding = null;
		try {
			finding = this.check.evaluate(request);
			return finding;
		}
		finally {
			this.times.end(start, finding);
		}
	}

}
