package io.zerotrust.spring.web;

import java.util.Set;

import io.zerotrust.access.CredentialKind;

/**
 * The kinds of credential that pass the {@code ACCESS} gate.
 *
 * @param kinds the accepted kinds
 * @since 0.1.0
 */
public record AcceptedCredentials(Set<CredentialKind> kinds) {

	private static final AcceptedCredentials TOKENS = new AcceptedCredentials(
			Set.of(CredentialKind.JWT, CredentialKind.OPAQUE_TOKEN));

	public AcceptedCredentials {
		kinds = Set.copyOf(kinds);
	}

	/**
	 * Return the default: verified tokens and nothing else.
	 * @return the accepted credentials
	 */
	public static AcceptedCredentials tokens() {
		return TOKENS;
	}

}
