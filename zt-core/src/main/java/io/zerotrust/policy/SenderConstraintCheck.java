package io.zerotrust.policy;

import java.util.Set;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Claims;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;

/**
 * The token is bound to a key as the endpoint demands. That the caller holds the key is
 * proven at {@code ACCESS}, for every token that is bound. Runs after the policy, so that
 * nobody without the rights learns of the demand.
 *
 * @since 0.1.0
 */
public final class SenderConstraintCheck implements LocalCheck {

	/**
	 * Create the check.
	 */
	public SenderConstraintCheck() {
	}

	@Override
	public String name() {
		return "sender-constraint";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		Set<SenderConstraint> demanded = request.resource().policy().senderConstraints();
		if (demanded.isEmpty() || isBound(request.subject().credential().claims(), demanded)) {
			return Finding.pass();
		}
		return Finding.refuse(Challenge.of(Proof.INVALID, new Reason("policy.sender-constraint",
				"bound by cnf " + request.subject().credential().claims().members("cnf") + ", needed " + demanded)));
	}

	private static boolean isBound(Claims claims, Set<SenderConstraint> demanded) {
		for (SenderConstraint way : demanded) {
			if (way.binds(claims)) {
				return true;
			}
		}
		return false;
	}

}
