package io.zerotrust.risk.quarantine;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.risk.Challenges;

/**
 * The token is not in quarantine where it is used. Asked before the score: it is one of
 * the criteria that go before it (NIST SP 800-207, section 3.3.1).
 *
 * @since 0.1.0
 */
public final class QuarantineCheck implements LocalCheck {

	private final Quarantine quarantine;

	private final Challenges challenges;

	/**
	 * Create the check.
	 * @param quarantine what is shut out
	 * @param challenges tells who has stepped up
	 */
	public QuarantineCheck(Quarantine quarantine, Challenges challenges) {
		this.quarantine = quarantine;
		this.challenges = challenges;
	}

	@Override
	public String name() {
		return "quarantine";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		Quarantined found = this.quarantine.find(request);
		if (found == null || found.isClearedBy(request, this.challenges)) {
			return Finding.pass();
		}
		return Finding.refuse(Deny.of(new Reason("quarantine.active", found.key().scope().word() + " in quarantine "
				+ found.id() + " until " + found.until() + " by " + found.cause().word() + ": " + found.reason())));
	}

}
