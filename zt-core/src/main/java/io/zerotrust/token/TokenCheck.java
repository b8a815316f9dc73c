package io.zerotrust.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Credential;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Reason;

/**
 * A rule about the claims of a verified token. Other credentials pass: whether they are
 * accepted is the business of {@link CredentialCheck}.
 */
abstract class TokenCheck implements LocalCheck {

	private final String name;

	TokenCheck(String name) {
		this.name = name;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public final Finding evaluate(AccessRequest request) {
		Credential credential = request.subject().credential();
		if (!credential.kind().isToken()) {
			return Finding.pass();
		}
		Reason reason = objection(credential, request.subject().issuer(), request.context().time());
		return (reason != null) ? Finding.refuse(Challenge.of(Proof.INVALID, reason)) : Finding.pass();
	}

	/**
	 * Return what speaks against the token.
	 * @param token the verified token
	 * @param issuer its issuer; empty if it names none
	 * @param now when the request was received
	 * @return the reason, or {@code null} if nothing speaks against it
	 */
	abstract @Nullable Reason objection(Credential token, String issuer, Instant now);

}
