package io.zerotrust.access;

import java.util.Set;

/**
 * Who asks. The identity is issuer, subject and client together (OWASP ASVS 10.3.3).
 *
 * @param issuer who vouches for the subject; empty if nobody does
 * @param id the subject identifier within the issuer; empty for an anonymous caller
 * @param client the OAuth client the token was issued to; empty if unknown
 * @param scopes the scopes of this token
 * @param roles the roles derived from this token
 * @param credential how the subject proved who it is
 * @since 0.1.0
 */
public record Subject(String issuer, String id, String client, Set<String> scopes, Set<String> roles,
		Credential credential) {

	private static final Subject ANONYMOUS = new Subject("", "", "", Set.of(), Set.of(), Credential.none());

	public Subject {
		scopes = Set.copyOf(scopes);
		roles = Set.copyOf(roles);
	}

	/**
	 * Return the caller nobody knows.
	 * @return the anonymous subject
	 */
	public static Subject anonymous() {
		return ANONYMOUS;
	}

	/**
	 * Whether the caller gave no credential.
	 * @return {@code true} if nobody knows the caller
	 */
	public boolean isAnonymous() {
		return this.credential.kind() == CredentialKind.NONE;
	}

	/**
	 * Whether a client acts for itself (RFC 9068, section 5).
	 * @return {@code true} if the subject is the client
	 */
	public boolean isService() {
		return !this.client.isEmpty() && this.client.equals(this.id);
	}

}
