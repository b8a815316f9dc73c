package io.zerotrust.token;

import java.util.Set;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;

/**
 * The caller proved who it is in an accepted way. A caller that proved nothing passes:
 * whether the endpoint serves it is the business of the policy. A public endpoint serves
 * callers whatever they are, so it does not care for other credentials either.
 *
 * @since 0.1.0
 */
public final class CredentialCheck implements LocalCheck {

	private final Set<CredentialKind> accepted;

	/**
	 * Create the check.
	 * @param accepted the kinds of credential that do everywhere; a policy may add some
	 */
	public CredentialCheck(Set<CredentialKind> accepted) {
		this.accepted = Set.copyOf(accepted);
	}

	@Override
	public String name() {
		return "credential";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		CredentialKind kind = request.subject().credential().kind();
		EndpointPolicy policy = request.resource().policy();
		boolean open = !kind.isToken() && policy.isPublic();
		if (kind == CredentialKind.NONE || open || this.accepted.contains(kind)
				|| policy.credentials().contains(kind)) {
			return Finding.pass();
		}
		return Finding.refuse(Challenge.of(Proof.MISSING, new Reason("credential.unsupported",
				"authenticated by " + kind + ", accepted are " + this.accepted + " and here " + policy.credentials())));
	}

}
