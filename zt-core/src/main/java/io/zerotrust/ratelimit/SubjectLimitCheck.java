package io.zerotrust.ratelimit;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;

/**
 * The subject does not ask too often. A request is counted once, however often it is
 * decided on; who gave no credential is left to the limits of addresses.
 */
final class SubjectLimitCheck implements LocalCheck {

	private final @Nullable Limiter requests;

	SubjectLimitCheck(@Nullable Limiter requests) {
		this.requests = requests;
	}

	@Override
	public String name() {
		return "limit.subject";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		if (this.requests == null || request.subject().isAnonymous() || request.context().repeated()) {
			return Finding.pass();
		}
		return this.requests.take(SubjectKey.of(request.subject()), AddressKey.of(request.context()));
	}

}
