package io.zerotrust.policy;

import java.util.List;
import java.util.Set;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;

/**
 * Holds a request against the policy of its endpoint. The only check that grants.
 *
 * @since 0.1.0
 */
public final class PolicyCheck implements LocalCheck {

	private static final Finding NO_SUBJECT = Finding.refuse(Challenge.of(Proof.MISSING,
			new Reason("subject.missing", "the endpoint is not public and the request carries no credential")));

	@Override
	public String name() {
		return "policy";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		EndpointPolicy policy = request.resource().policy();
		Subject subject = request.subject();
		if (policy.isPublic()) {
			return Finding.grant();
		}
		if (subject.isAnonymous()) {
			return NO_SUBJECT;
		}
		return switch (policy.admission()) {
			case PUBLIC, AUTHENTICATED, ABSENT -> Finding.grant();
			case RULED -> authorities(policy, subject);
			case UNCOVERED -> deny("policy.uncovered", "no rule for " + request.resource().id());
			case CONFLICTING -> deny("policy.conflict", policy.origin());
		};
	}

	private static Finding authorities(EndpointPolicy policy, Subject subject) {
		Set<String> scopes = policy.scopes().missing(subject.scopes());
		if (!scopes.isEmpty()) {
			Reason reason = new Reason("policy.scope-missing",
					"missing " + scopes + ", held " + subject.scopes() + ", rule at " + policy.origin());
			return refuse(new Deny(reason, scopes), policy);
		}
		Set<String> roles = policy.roles().missing(subject.roles());
		if (!roles.isEmpty()) {
			Reason reason = new Reason("policy.role-missing",
					"missing " + roles + ", held " + subject.roles() + ", rule at " + policy.origin());
			return refuse(Deny.of(reason), policy);
		}
		return Finding.grant();
	}

	private static Finding deny(String code, String detail) {
		return Finding.refuse(Deny.of(new Reason(code, detail)));
	}

	private static Finding refuse(Refusal refusal, EndpointPolicy policy) {
		return new Finding.Refuse(refusal, List.of(new Evidence("policy.origin", policy.origin())));
	}

}
