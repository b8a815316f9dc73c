package io.zerotrust.ratelimit;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Throttle;

/**
 * The address has not failed too often, and does not ask too often. Looks at nothing but
 * the address, so that refusing a flood costs next to nothing.
 */
final class AddressLimitCheck implements LocalCheck {

	private final @Nullable AddressLimiter failures;

	private final @Nullable AddressLimiter requests;

	AddressLimitCheck(@Nullable AddressLimiter failures, @Nullable AddressLimiter requests) {
		this.failures = failures;
		this.requests = requests;
	}

	@Override
	public String name() {
		return "limit.address";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		boolean failed = this.failures != null && !this.failures.isIdle();
		if (!failed && this.requests == null) {
			return Finding.pass();
		}
		AddressKey from = AddressKey.of(request.context());
		Throttle refusal = (this.failures != null) ? this.failures.exhausted(from) : null;
		if (refusal != null) {
			return Finding.refuse(refusal);
		}
		return (this.requests != null) ? this.requests.take(from) : Finding.pass();
	}

}
