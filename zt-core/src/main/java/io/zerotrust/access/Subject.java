package io.zerotrust.access;

import java.util.List;
import java.util.Set;

/**
 * Who asks. The identity is issuer, subject and client together (OWASP ASVS 10.3.3).
 *
 * @param issuer who vouches for the subject; empty if nobody does
 * @param id the subject identifier within the issuer; empty for an anonymous caller
 * @param client the OAuth client the token was issued to; empty if unknown
 * @param kind what kind of caller it is
 * @param actors who acts for the subject, the current actor first (RFC 8693, section
 * 4.1); empty if nobody does
 * @param scopes the scopes of this token
 * @param roles the roles derived from this token
 * @param credential how the subject proved who it is
 * @since 0.1.0
 */
public record Subject(String issuer, String id, String client, SubjectKind kind, List<String> actors,
		Set<String> scopes, Set<String> roles, Credential credential) {

	private static final Subject ANONYMOUS = new Subject("", "", "", SubjectKind.HUMAN, List.of(), Set.of(), Set.of(),
			Credential.none());

	public Subject {
		actors = List.copyOf(actors);
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
	 * Return the same subject, who proved to hold keys.
	 * @param possession which keys the caller proved to hold with this request
	 * @return the subject
	 */
	public Subject withPossession(Possession possession) {
		return new Subject(this.issuer, this.id, this.client, this.kind, this.actors, this.scopes, this.roles,
				this.credential.withPossession(possession));
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
	 * @return {@code true} if no user is involved
	 */
	public boolean isService() {
		return this.kind == SubjectKind.SERVICE;
	}

}
