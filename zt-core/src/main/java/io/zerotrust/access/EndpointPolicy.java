package io.zerotrust.access;

import java.util.Set;

/**
 * What an endpoint demands of its callers, compiled once at start.
 *
 * @param admission who is admitted at all
 * @param scopes the scopes the token must carry
 * @param roles the roles the subject must have
 * @param callers from which clients it may be called
 * @param credentials kinds of credential that do here beside those that do everywhere
 * @param stepUp how the user must have authenticated
 * @param senderConstraints ways of which one must bind the token to a key of the caller;
 * empty demands none
 * @param sensitivity how much harm misuse does
 * @param ignoreBadCredentials whether a public endpoint serves callers with a bad token
 * as anonymous ones instead of refusing them
 * @param origin where the rule was found and why it stands, for operators
 * @since 0.1.0
 */
public record EndpointPolicy(Admission admission, AuthorityRule scopes, AuthorityRule roles, CallerRule callers,
		Set<CredentialKind> credentials, StepUp stepUp, Set<SenderConstraint> senderConstraints,
		SensitivityLevel sensitivity, boolean ignoreBadCredentials, String origin) {

	private static final EndpointPolicy UNCOVERED = of(Admission.UNCOVERED, "no rule");

	private static final EndpointPolicy ABSENT = of(Admission.ABSENT, "no handler");

	public EndpointPolicy {
		credentials = Set.copyOf(credentials);
		senderConstraints = Set.copyOf(senderConstraints);
		if (admission == Admission.RULED && scopes.isEmpty() && roles.isEmpty() && callers.isEmpty()) {
			throw new IllegalArgumentException("a ruled endpoint needs a scope, a role or a caller: " + origin);
		}
		if (admission != Admission.RULED && !(scopes.isEmpty() && roles.isEmpty())) {
			throw new IllegalArgumentException(admission + " excludes scopes and roles: " + origin);
		}
		if (ignoreBadCredentials && admission != Admission.PUBLIC) {
			throw new IllegalArgumentException("only a public endpoint may ignore bad credentials: " + origin);
		}
		if (admission == Admission.PUBLIC && !(stepUp.isEmpty() && callers.isEmpty())) {
			throw new IllegalArgumentException("a public endpoint demands neither step-up nor callers: " + origin);
		}
		if (admission == Admission.PUBLIC && !senderConstraints.isEmpty()) {
			throw new IllegalArgumentException("a public endpoint demands no bound token: " + origin);
		}
	}

	/**
	 * Return the policy of an endpoint nobody ruled on.
	 * @return the policy that refuses everybody
	 */
	public static EndpointPolicy uncovered() {
		return UNCOVERED;
	}

	/**
	 * Return the policy of a path where nothing is.
	 * @return the policy that lets verified callers learn so
	 */
	public static EndpointPolicy absent() {
		return ABSENT;
	}

	/**
	 * Return a policy without further demands.
	 * @param admission who is admitted
	 * @param origin where the rule was found
	 * @return a policy of medium sensitivity
	 */
	public static EndpointPolicy of(Admission admission, String origin) {
		return new EndpointPolicy(admission, AuthorityRule.none(), AuthorityRule.none(), CallerRule.none(), Set.of(),
				StepUp.none(), Set.of(), SensitivityLevel.MEDIUM, false, origin);
	}

	/**
	 * Return a policy that admits whoever has the scopes and roles.
	 * @param scopes the scopes needed
	 * @param roles the roles needed
	 * @param origin where the rule was found
	 * @return a policy of medium sensitivity
	 */
	public static EndpointPolicy ruled(AuthorityRule scopes, AuthorityRule roles, String origin) {
		return new EndpointPolicy(Admission.RULED, scopes, roles, CallerRule.none(), Set.of(), StepUp.none(), Set.of(),
				SensitivityLevel.MEDIUM, false, origin);
	}

	/**
	 * Return the policy with other demands on the calling client.
	 * @param callers from which clients the endpoint may be called
	 * @return the policy
	 */
	public EndpointPolicy withCallers(CallerRule callers) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, callers, this.credentials, this.stepUp,
				this.senderConstraints, this.sensitivity, this.ignoreBadCredentials, this.origin);
	}

	/**
	 * Return the policy with other accepted credentials.
	 * @param credentials the kinds that do here beside those that do everywhere
	 * @return the policy
	 */
	public EndpointPolicy withCredentials(Set<CredentialKind> credentials) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, this.callers, credentials, this.stepUp,
				this.senderConstraints, this.sensitivity, this.ignoreBadCredentials, this.origin);
	}

	/**
	 * Return the policy with another step-up requirement.
	 * @param stepUp how the user must have authenticated
	 * @return the policy
	 */
	public EndpointPolicy withStepUp(StepUp stepUp) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, this.callers, this.credentials, stepUp,
				this.senderConstraints, this.sensitivity, this.ignoreBadCredentials, this.origin);
	}

	/**
	 * Return the policy with another demand on the binding of tokens.
	 * @param senderConstraints ways of which one must bind the token; empty demands none
	 * @return the policy
	 */
	public EndpointPolicy withSenderConstraints(Set<SenderConstraint> senderConstraints) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, this.callers, this.credentials, this.stepUp,
				senderConstraints, this.sensitivity, this.ignoreBadCredentials, this.origin);
	}

	/**
	 * Return the policy with another sensitivity.
	 * @param sensitivity how much harm misuse does
	 * @return the policy
	 */
	public EndpointPolicy withSensitivity(SensitivityLevel sensitivity) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, this.callers, this.credentials, this.stepUp,
				this.senderConstraints, sensitivity, this.ignoreBadCredentials, this.origin);
	}

	/**
	 * Return the policy with another way to treat bad credentials.
	 * @param ignoreBadCredentials whether they are dropped unread
	 * @return the policy
	 */
	public EndpointPolicy withIgnoreBadCredentials(boolean ignoreBadCredentials) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, this.callers, this.credentials, this.stepUp,
				this.senderConstraints, this.sensitivity, ignoreBadCredentials, this.origin);
	}

	/**
	 * Return the policy with another origin.
	 * @param origin where the rule was found and why it stands
	 * @return the policy
	 */
	public EndpointPolicy withOrigin(String origin) {
		return new EndpointPolicy(this.admission, this.scopes, this.roles, this.callers, this.credentials, this.stepUp,
				this.senderConstraints, this.sensitivity, this.ignoreBadCredentials, origin);
	}

	/**
	 * Whether callers without a credential are served.
	 * @return {@code true} for public endpoints
	 */
	public boolean isPublic() {
		return this.admission == Admission.PUBLIC;
	}

	/**
	 * Whether somebody ruled on the endpoint, without contradiction.
	 * @return {@code true} if the endpoint can be served to anybody at all
	 */
	public boolean isCovered() {
		return this.admission != Admission.UNCOVERED && this.admission != Admission.CONFLICTING;
	}

}
