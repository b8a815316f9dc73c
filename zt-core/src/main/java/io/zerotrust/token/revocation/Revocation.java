package io.zerotrust.token.revocation;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Subject;

/**
 * Tokens of one issuer that end before their time.
 *
 * @param kind what tells them
 * @param issuer the exact value of {@code iss}
 * @param value what they have in common: a {@code jti}, a subject, a session or a client;
 * empty for all tokens of the issuer
 * @param issuedUntil covers tokens issued in this second or earlier, and those that do
 * not say when they were issued; no matter for a single token
 * @param keptUntil when the last of them has ended by itself, or {@code null} for as long
 * as tokens of the issuer may live
 * @param reason why, for operators
 * @since 0.1.0
 */
public record Revocation(Kind kind, String issuer, String value, Instant issuedUntil, @Nullable Instant keptUntil,
		String reason) {

	private static final int LONGEST = 2048;

	public Revocation {
		Objects.requireNonNull(kind, "kind");
		verify("issuer", issuer, false);
		verify("value", value, kind == Kind.ISSUER);
		if (kind == Kind.ISSUER && !value.isEmpty()) {
			throw new IllegalArgumentException("value must be left out, the issuer says it all");
		}
		verify("reason", reason, true);
		Objects.requireNonNull(issuedUntil, "issuedUntil");
	}

	/**
	 * Revoke a single token.
	 * @param issuer the exact value of {@code iss}
	 * @param id its {@code jti}
	 * @param expires its {@code exp}, or {@code null} if that is not known
	 * @param now the present moment
	 * @param reason why, for operators
	 * @return the revocation
	 */
	public static Revocation ofToken(String issuer, String id, @Nullable Instant expires, Instant now, String reason) {
		return new Revocation(Kind.TOKEN, issuer, id, now, expires, reason);
	}

	/**
	 * Revoke what a subject was issued so far.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the subject
	 * @param issuedUntil covers tokens issued in this second or earlier
	 * @param reason why, for operators
	 * @return the revocation
	 */
	public static Revocation ofSubject(String issuer, String subject, Instant issuedUntil, String reason) {
		return new Revocation(Kind.SUBJECT, issuer, subject, issuedUntil, null, reason);
	}

	/**
	 * Revoke what was issued so far in a session, as a logout does.
	 * @param issuer the exact value of {@code iss}
	 * @param session the session, {@code sid} where the issuer says nothing else
	 * @param issuedUntil covers tokens issued in this second or earlier
	 * @param reason why, for operators
	 * @return the revocation
	 */
	public static Revocation ofSession(String issuer, String session, Instant issuedUntil, String reason) {
		return new Revocation(Kind.SESSION, issuer, session, issuedUntil, null, reason);
	}

	/**
	 * Revoke what a client was issued so far, for whomever.
	 * @param issuer the exact value of {@code iss}
	 * @param client the client
	 * @param issuedUntil covers tokens issued in this second or earlier
	 * @param reason why, for operators
	 * @return the revocation
	 */
	public static Revocation ofClient(String issuer, String client, Instant issuedUntil, String reason) {
		return new Revocation(Kind.CLIENT, issuer, client, issuedUntil, null, reason);
	}

	/**
	 * Revoke everything an issuer issued so far.
	 * @param issuer the exact value of {@code iss}
	 * @param issuedUntil covers tokens issued in this second or earlier
	 * @param reason why, for operators
	 * @return the revocation
	 */
	public static Revocation ofIssuer(String issuer, Instant issuedUntil, String reason) {
		return new Revocation(Kind.ISSUER, issuer, "", issuedUntil, null, reason);
	}

	/**
	 * Whether a token is revoked.
	 * @param subject who asks, by a token
	 * @return {@code true} if its token is one of these
	 */
	public boolean covers(Subject subject) {
		if (!this.issuer.equals(subject.issuer()) || !this.value.equals(this.kind.in(subject))) {
			return false;
		}
		if (this.kind == Kind.TOKEN) {
			return true;
		}
		Claims claims = subject.credential().claims();
		Instant issued = claims.instant("iat");
		// issuers count in seconds: who cannot tell which was first was not the second
		return issued == null || issued.getEpochSecond() <= this.issuedUntil.getEpochSecond()
				|| isInvented(issued, claims.instant("exp"));
	}

	/**
	 * Spring Security puts {@code iat} a second before {@code exp} where the token has
	 * none.
	 */
	private static boolean isInvented(Instant issued, @Nullable Instant expires) {
		return expires != null && expires.minusSeconds(1).equals(issued);
	}

	/**
	 * Put two revocations of the same together.
	 * @param other covers what this one does, issued until another time
	 * @return what covers both as long as both, for the reason of the other
	 */
	Revocation and(Revocation other) {
		return new Revocation(this.kind, this.issuer, this.value, later(this.issuedUntil, other.issuedUntil),
				later(Objects.requireNonNull(this.keptUntil), Objects.requireNonNull(other.keptUntil)), other.reason);
	}

	Revocation keptUntil(Instant end) {
		return new Revocation(this.kind, this.issuer, this.value, this.issuedUntil, end, this.reason);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static void verify(String name, String text, boolean mayBeEmpty) {
		if (text.isBlank() && !(mayBeEmpty && text.isEmpty())) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException(name + " must not be longer than " + LONGEST + " characters");
		}
		for (int i = 0; i < text.length(); i++) {
			if (Character.isISOControl(text.charAt(i))) {
				throw new IllegalArgumentException(name + " must not contain control characters");
			}
		}
	}

	/**
	 * What tells tokens that are revoked together.
	 */
	public enum Kind {

		/**
		 * One token, by {@code jti}.
		 */
		TOKEN,

		/**
		 * Tokens of a subject.
		 */
		SUBJECT,

		/**
		 * Tokens of a session.
		 */
		SESSION,

		/**
		 * Tokens issued to a client.
		 */
		CLIENT,

		/**
		 * All tokens of an issuer.
		 */
		ISSUER;

		/**
		 * Return what a token has of this kind.
		 * @param subject who asks, by a token
		 * @return the value; empty if there is none
		 */
		String in(Subject subject) {
			return switch (this) {
				case TOKEN -> {
					String id = subject.credential().claims().text("jti");
					yield (id != null) ? id : "";
				}
				case SUBJECT -> subject.id();
				case SESSION -> subject.credential().session();
				case CLIENT -> subject.client();
				case ISSUER -> "";
			};
		}

		/**
		 * Return the name as it is written.
		 * @return the name in lower case
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
