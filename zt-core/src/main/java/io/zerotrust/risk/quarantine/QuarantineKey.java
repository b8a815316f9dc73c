package io.zerotrust.risk.quarantine;

import java.time.Instant;
import java.util.List;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Credential;
import io.zerotrust.access.Subject;

/**
 * What is shut out. Machines never shut out a whole subject: a stolen token would lock
 * out its owner, a compromised pod its whole service.
 *
 * @param scope how much that is
 * @param issuer the exact value of {@code iss}
 * @param subject the subject
 * @param client the client; empty for any
 * @param actors who acts for the subject; empty where nobody does or it does not matter
 * @param session the session; empty for any, or where the token names none
 * @param login when the subject logged in, in seconds since the epoch, where the token
 * names no session; 0 if nobody says
 * @param surroundings network and device; any where the scope is wider
 * @since 0.1.0
 */
public record QuarantineKey(QuarantineScope scope, String issuer, String subject, String client, List<String> actors,
		String session, long login, Surroundings surroundings) {

	private static final int LONGEST = 2048;

	/**
	 * Create a key.
	 */
	public QuarantineKey {
		actors = List.copyOf(actors);
	}

	/**
	 * Return what machines quarantine: the session of the token in the surroundings it
	 * was used in.
	 * @param request a question by somebody who is not anonymous
	 * @return the key
	 */
	public static QuarantineKey of(AccessRequest request) {
		Subject subject = request.subject();
		Credential credential = subject.credential();
		String session = credential.session();
		return new QuarantineKey(QuarantineScope.CONTEXT, subject.issuer(), subject.id(), subject.client(),
				subject.actors(), session, session.isEmpty() ? login(credential) : 0, Surroundings.of(request));
	}

	private static long login(Credential credential) {
		Instant authenticated = credential.claims().instant("auth_time");
		return (authenticated != null) ? authenticated.getEpochSecond() : 0;
	}

	/**
	 * Return everything of a subject.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the subject
	 * @return the key
	 * @throws IllegalArgumentException if one is blank, too long or has control
	 * characters
	 */
	public static QuarantineKey ofSubject(String issuer, String subject) {
		return wide(QuarantineScope.SUBJECT, issuer, subject, "", "");
	}

	/**
	 * Return what a subject does by a client.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the subject
	 * @param client the client
	 * @return the key
	 * @throws IllegalArgumentException if one is blank, too long or has control
	 * characters
	 */
	public static QuarantineKey ofClient(String issuer, String subject, String client) {
		return wide(QuarantineScope.CLIENT, issuer, subject, verified("client", client), "");
	}

	/**
	 * Return a session of a subject.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the subject
	 * @param session the session
	 * @return the key
	 * @throws IllegalArgumentException if one is blank, too long or has control
	 * characters
	 */
	public static QuarantineKey ofSession(String issuer, String subject, String session) {
		return wide(QuarantineScope.SESSION, issuer, subject, "", verified("session", session));
	}

	private static QuarantineKey wide(QuarantineScope scope, String issuer, String subject, String client,
			String session) {
		return new QuarantineKey(scope, verified("issuer", issuer), verified("subject", subject), client, List.of(),
				session, 0, Surroundings.ANY);
	}

	/**
	 * Return what of a request a quarantine of this scope would be about.
	 */
	static QuarantineKey of(QuarantineScope scope, AccessRequest request) {
		if (scope == QuarantineScope.CONTEXT) {
			return of(request);
		}
		Subject subject = request.subject();
		return new QuarantineKey(scope, subject.issuer(), subject.id(),
				(scope == QuarantineScope.CLIENT) ? subject.client() : "", List.of(),
				(scope == QuarantineScope.SESSION) ? subject.credential().session() : "", 0, Surroundings.ANY);
	}

	static String verified(String name, String text) {
		if (text.isBlank()) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException(name + " is longer than " + LONGEST + " characters");
		}
		if (text.chars().anyMatch((c) -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
			throw new IllegalArgumentException(name + " must not have control characters");
		}
		return text;
	}

}
