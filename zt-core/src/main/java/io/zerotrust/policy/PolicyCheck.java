package io.zerotrust.policy;

import java.util.List;
import java.util.Set;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.CallerRule;
import io.zerotrust.access.ClaimPath;
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

	private static final Finding NO_SUBJECT = Finding.refuse(
			Challenge.of(Proof.MISSING, new Reason("subject.missing", "it is not public and nobody is authenticated")));

	private final ClientRoles clientRoles;

	/**
	 * Create the check for an operator who gives clients no roles.
	 */
	public PolicyCheck() {
		this(ClientRoles.none());
	}

	/**
	 * Create the check.
	 * @param clientRoles the roles of calling clients
	 */
	public PolicyCheck(ClientRoles clientRoles) {
		this.clientRoles = clientRoles;
	}

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
			case PUBLIC, ABSENT -> Finding.grant();
			case AUTHENTICATED, RULED -> authorities(policy, subject);
			case UNCOVERED -> deny("policy.uncovered", uncovered(policy, request.resource().id()));
			case CONFLICTING -> deny("policy.conflict", policy.origin());
		};
	}

	private Finding authorities(EndpointPolicy policy, Subject subject) {
		Set<String> scopes = policy.scopes().missing(subject.scopes());
		if (!scopes.isEmpty()) {
			Reason reason = new Reason("policy.scope-missing",
					missing(scopes, subject.scopes(), subject.credential().layout().scopes(), policy));
			return refuse(new Deny(reason, scopes), policy);
		}
		Set<String> roles = policy.roles().missing(subject.roles());
		if (!roles.isEmpty()) {
			Reason reason = new Reason("policy.role-missing",
					missing(roles, subject.roles(), subject.credential().layout().roles(), policy));
			return refuse(Deny.of(reason), policy);
		}
		return callers(policy, subject);
	}

	private Finding callers(EndpointPolicy policy, Subject subject) {
		CallerRule callers = policy.callers();
		if (callers.isEmpty() || callers.admits(subject, this.clientRoles.of(subject))) {
			return Finding.grant();
		}
		Reason reason = new Reason("policy.caller-denied",
				"called by " + subject.kind() + " from client '" + subject.client() + "' with the roles "
						+ this.clientRoles.of(subject) + ", read at " + subject.credential().layout().client()
						+ ", needed " + callers + ", rule at " + policy.origin());
		return refuse(Deny.of(reason), policy);
	}

	private static String missing(Set<String> missing, Set<String> held, List<ClaimPath> read, EndpointPolicy policy) {
		return "missing " + missing + ", held " + held + ", read at " + (read.isEmpty() ? "authorities" : read)
				+ ", rule at " + policy.origin();
	}

	private static String uncovered(EndpointPolicy policy, String endpoint) {
		boolean says = !policy.origin().equals(EndpointPolicy.uncovered().origin());
		return "no rule for " + endpoint + (says ? ": " + policy.origin() : "");
	}

	private static Finding deny(String code, String detail) {
		return Finding.refuse(Deny.of(new Reason(code, detail)));
	}

	private static Finding refuse(Refusal refusal, EndpointPolicy policy) {
		return new Finding.Refuse(refusal, List.of(new Evidence("policy.origin", policy.origin())));
	}

}
