package io.zerotrust.risk;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Posture;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * The caller's device is as it should be, as far as a trusted proxy says something.
 *
 * @since 0.1.0
 */
public final class PostureCheck implements LocalCheck {

	private static final Finding FAILED = Finding
		.refuse(Deny.of(new Reason("posture.failed", "a trusted proxy says that the posture of the device failed")));

	private final boolean denies;

	/**
	 * Create the check.
	 * @param denies whether a failed posture is refused; else it is left to the score
	 */
	public PostureCheck(boolean denies) {
		this.denies = denies;
	}

	@Override
	public String name() {
		return "posture";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		return (this.denies && request.context().posture() == Posture.FAILED) ? FAILED : Finding.pass();
	}

}
