package io.zerotrust.spring.actuate;

import java.time.Instant;
import java.util.List;

import io.zerotrust.risk.quarantine.Quarantined;

/**
 * A quarantine, as the endpoint tells it. There is no token, address or device in it.
 *
 * @param id by which it is released
 * @param scope subject, client, session or context
 * @param issuer who vouches for the subject
 * @param subject the subject
 * @param client the client; empty for any
 * @param session the session; empty for any, or where the token names none
 * @param cause risk, ignored-challenges or operator
 * @param reason why
 * @param since from when on
 * @param until when it ends by itself
 * @param by who imposed it: zt, or the name of an operator
 * @since 0.1.0
 */
public record QuarantineDescriptor(String id, String scope, String issuer, String subject, String client,
		String session, String cause, String reason, Instant since, Instant until, String by) {

	static QuarantineDescriptor of(Quarantined held) {
		return new QuarantineDescriptor(held.id(), held.key().scope().word(), held.key().issuer(), held.key().subject(),
				held.key().client(), held.key().session(), held.cause().word(), Words.plain(held.reason()),
				held.since(), held.until(), held.by());
	}

	/**
	 * What is in quarantine.
	 *
	 * @param held how many quarantines there are
	 * @param quarantines those that end first, 1000 at most
	 */
	public record Page(int held, List<QuarantineDescriptor> quarantines) {

		private static final int MOST = 1000;

		static Page of(List<Quarantined> all) {
			return new Page(all.size(), all.stream().limit(MOST).map(QuarantineDescriptor::of).toList());
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
