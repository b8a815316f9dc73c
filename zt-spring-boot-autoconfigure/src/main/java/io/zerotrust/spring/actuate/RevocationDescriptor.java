package io.zerotrust.spring.actuate;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.revocation.Revocation;

/**
 * A revocation, as the endpoint tells it. There is no token in it.
 *
 * @param kind token, subject, session, client or issuer
 * @param issuer the issuer of the tokens
 * @param value what they have in common; empty for all of the issuer
 * @param issuedUntil covers tokens issued in this second or earlier
 * @param keptUntil when it leaves by itself
 * @param reason why
 * @since 0.1.0
 */
public record RevocationDescriptor(String kind, String issuer, String value, Instant issuedUntil,
		@Nullable Instant keptUntil, String reason) {

	static RevocationDescriptor of(Revocation revocation) {
		return new RevocationDescriptor(revocation.kind().word(), revocation.issuer(), revocation.value(),
				revocation.issuedUntil(), revocation.keptUntil(), revocation.reason());
	}

	/**
	 * What is revoked.
	 *
	 * @param held how many revocations there are
	 * @param revocations those that leave first, 1000 at most
	 */
	public record Page(int held, List<RevocationDescriptor> revocations) {

		private static final int MOST = 1000;

		static Page of(List<Revocation> all) {
			return new Page(all.size(), all.stream().limit(MOST).map(RevocationDescriptor::of).toList());
		}

	}

	/**
	 * Why something was not done.
	 *
	 * @param message what to write instead
	 */
	public record Problem(String message) {
	}

}
