package io.zerotrust.risk;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;

/**
 * The user did not show several factors on an endpoint of sensitivity HIGH or CRITICAL.
 * Services, whose subject is their client, have no factors to show.
 *
 * @since 0.1.0
 */
public final class MissingMfaSignal implements RiskSignal {

	private static final Assessment MISSING = new Assessment(0.7, "no second factor on a sensitive endpoint");

	@Override
	public String name() {
		return "missing-mfa";
	}

	@Override
	public EvidenceGroup group() {
		return EvidenceGroup.SESSION;
	}

	@Override
	public Assessment assess(AccessRequest request) {
		Subject subject = request.subject();
		boolean sensitive = request.resource().policy().sensitivity().compareTo(SensitivityLevel.HIGH) >= 0;
		if (!sensitive || subject.isAnonymous() || subject.isService()) {
			return Assessment.silent();
		}
		return Factors.several(subject.credential()) ? Assessment.silent() : MISSING;
	}

}
