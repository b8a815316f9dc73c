package io.zerotrust.access;

/**
 * What an endpoint demands of its callers, compiled once at start.
 *
 * @param admission who is admitted at all
 * @param scopes the scopes the token must carry
 * @param roles the roles the subject must have
 * @param stepUp how the user must have authenticated
 * @param sensitivity how much harm misuse does
 * @param ignoreBadCredentials whether a public endpoint serves callers with a bad token
 * as anonymous ones instead of refusing them
 * @param origin where the rule was found and why it stands, for operators
 * @since 0.1.0
 */
public record EndpointPolicy(Admission admission, AuthorityRule scopes, AuthorityRule roles, StepUp stepUp,
		SensitivityLevel sensitivity, boolean ignoreBadCredentials, String origin) {

	private static final EndpointPolicy UNCOVERED = of(Admission.UNCOVERED, "no rule");

	private static final EndpointPolicy ABSENT = of(Admission.ABSENT, "no handler");

	public EndpointPolicy {
		if (admission == Admission.RULED && scopes.isEmpty() && roles.isEmpty()) {
			throw new IllegalArgumentException("a ruled endpoint needs a scope or a role: " + origin);
		}
		if (admission != Admission.RULED && !(scopes.isEmpty() && roles.isEmpty())) {
			throw new IllegalArgumentException(admission + " excludes scopes and roles: " + origin);
		}
		if (ignoreBadCredentials && admission != Admission.PUBLIC) {
			throw new IllegalArgumentException("only a public endpoint may ignore bad credentials: " + origin);
		}
		if (admission == Admission.PUBLIC && !stepUp.isEmpty()) {
			throw new IllegalArgumentException("a public endpoint cannot demand step-up: " + origin);
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
		return new EndpointPolicy(admission, AuthorityRule.none(), AuthorityRule.none(), StepUp.none(),
				SensitivityLevel.MEDIUM, false, origin);
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
