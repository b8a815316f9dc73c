package io.zerotrust.token.revocation;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;
import io.zerotrust.token.revocation.Revocation.Kind;

/**
 * The token was not revoked (RFC 6750 section 3.1). Also asked of tokens that a session
 * keeps.
 *
 * @since 0.1.0
 */
public final class RevocationCheck implements LocalCheck {

	private static final Kind[] KINDS = Kind.values();

	private final RevocationStore store;

	/**
	 * Create the check.
	 * @param store remembers what was revoked
	 */
	public RevocationCheck(RevocationStore store) {
		this.store = store;
	}

	@Override
	public String name() {
		return "token.revocation";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		Subject subject = request.subject();
		Revocation revocation = subject.issuer().isEmpty() ? null : revocationOf(subject);
		if (revocation == null) {
			return Finding.pass();
		}
		return Finding
			.refuse(Challenge.of(Proof.INVALID, new Reason("token.revoked", "revoked by " + revocation.kind().word()
					+ ", issued until " + revocation.issuedUntil() + ": " + revocation.reason())));
	}

	private @Nullable Revocation revocationOf(Subject subject) {
		for (Kind kind : KINDS) {
			String value = kind.in(subject);
			if (!value.isEmpty() || kind == Kind.ISSUER) {
				Revocation revocation = this.store.find(kind, subject.issuer(), value);
				if (revocation != null && revocation.covers(subject)) {
					return revocation;
				}
			}
		}
		return null;
	}

}
