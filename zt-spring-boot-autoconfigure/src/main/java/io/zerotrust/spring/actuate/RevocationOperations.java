package io.zerotrust.spring.actuate;

import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import io.zerotrust.spring.actuate.RevocationDescriptor.Problem;
import io.zerotrust.token.revocation.Revocation.Kind;
import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationRefusedException;
import io.zerotrust.token.revocation.RevocationStore;

/**
 * Revokes and lifts for operators, and writes to the logger
 * {@code io.zerotrust.revocation} who did. Says what is wrong with what it is given, in
 * words of its own.
 *
 * @since 0.1.0
 */
public final class RevocationOperations {

	private static final Logger logger = System.getLogger("io.zerotrust.revocation");

	private final RevocationStore store;

	private final Clock clock;

	/**
	 * Create the operations.
	 * @param store remembers what is revoked
	 * @param clock tells when something is revoked
	 */
	public RevocationOperations(RevocationStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	RevocationDescriptor.Page all() {
		return RevocationDescriptor.Page.of(this.store.all());
	}

	WebEndpointResponse<Object> revoke(@Nullable Principal who, String kind, String issuer, @Nullable String value,
			@Nullable String issuedUntil, @Nullable String keptUntil, String reason) {
		try {
			Instant until = instant("issuedUntil", issuedUntil);
			Revocation held = this.store.revoke(new Revocation(kind(kind), issuer, (value != null) ? value : "",
					(until != null) ? until : this.clock.instant(), instant("keptUntil", keptUntil), reason));
			log(who, "revoked", held.kind(), held.issuer(), held.value(), held.reason());
			return new WebEndpointResponse<>(RevocationDescriptor.of(held));
		}
		catch (IllegalArgumentException ex) {
			return problem(ex, WebEndpointResponse.STATUS_BAD_REQUEST);
		}
		catch (RevocationRefusedException ex) {
			return problem(ex, WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
		}
	}

	WebEndpointResponse<Object> lift(@Nullable Principal who, String kind, String issuer, @Nullable String value) {
		try {
			Kind lifted = kind(kind);
			if (!this.store.lift(lifted, issuer, (value != null) ? value : "")) {
				return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
			}
			log(who, "lifted", lifted, issuer, (value != null) ? value : "", "");
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
		}
		catch (IllegalArgumentException ex) {
			return problem(ex, WebEndpointResponse.STATUS_BAD_REQUEST);
		}
		catch (RevocationRefusedException ex) {
			return problem(ex, WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
		}
	}

	private static WebEndpointResponse<Object> problem(RuntimeException ex, int status) {
		return new WebEndpointResponse<>(new Problem(String.valueOf(ex.getMessage())), status);
	}

	private static Kind kind(String text) {
		for (Kind kind : Kind.values()) {
			if (kind.word().equals(text.toLowerCase(Locale.ROOT))) {
				return kind;
			}
		}
		throw new IllegalArgumentException("kind must be one of token, subject, session, client, issuer");
	}

	private static @Nullable Instant instant(String name, @Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(name + " must look like 2026-01-31T12:00:00Z");
		}
	}

	private static void log(@Nullable Principal who, String what, Kind kind, String issuer, String value,
			String reason) {
		String name = (who != null) ? who.getName() : "somebody";
		logger.log(Level.INFO, () -> Words.line(name) + " " + what + " " + kind.word() + " '" + Words.line(value)
				+ "' of " + Words.line(issuer) + (reason.isEmpty() ? "" : ": " + Words.line(reason)));
	}

}
