package io.zerotrust.risk;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Posture;

/**
 * The caller's device is not as it should be, as a trusted proxy says.
 *
 * @since 0.1.0
 */
public final class PostureSignal implements RiskSignal {

	private static final Assessment FAILED = new Assessment(3, "device posture failed");

	@Override
	public String name() {
		return "posture";
	}

	@Override
	public EvidenceGroup group() {
		return EvidenceGroup.SESSION;
	}

	@Override
	public Assessment assess(AccessRequest request) {
		return (request.context().posture() == Posture.FAILED) ? FAILED : Assessment.silent();
	}

}
