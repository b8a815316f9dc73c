package io.zerotrust.spring.actuate;

import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.convert.DurationStyle;

import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.quarantine.Quarantine;
import io.zerotrust.risk.quarantine.QuarantineKey;
import io.zerotrust.risk.quarantine.Quarantined;
import io.zerotrust.spring.actuate.QuarantineDescriptor.Problem;

/**
 * Imposes and lifts quarantines for operators, and writes to the logger
 * {@code io.zerotrust.quarantine} who did. Says what is wrong with what it is given, in
 * words of its own.
 *
 * @since 0.1.0
 */
public final class QuarantineOperations {

	private static final Logger logger = System.getLogger("io.zerotrust.quarantine");

	private final Quarantine quarantine;

	private final Predicate<String> trusted;

	private final Function<String, @Nullable Evaluation> decisions;

	private final Clock clock;

	/**
	 * Create the operations.
	 * @param quarantine where they impose and lift
	 * @param trusted whether tokens of an issuer are accepted
	 * @param decisions finds a recent decision by its id; {@code null} where it is
	 * unknown
	 * @param clock tells when something is imposed
	 */
	public QuarantineOperations(Quarantine quarantine, Predicate<String> trusted,
			Function<String, @Nullable Evaluation> decisions, Clock clock) {
		this.quarantine = quarantine;
		this.trusted = trusted;
		this.decisions = decisions;
		this.clock = clock;
	}

	QuarantineDescriptor.Page all() {
		return QuarantineDescriptor.Page.of(this.quarantine.list(this.clock.instant()));
	}

	WebEndpointResponse<Object> impose(@Nullable Principal who, Target target, @Nullable String duration,
			@Nullable String reason) {
		try {
			QuarantineKey key = key(target);
			if (key == null) {
				return problem("decision is not known. It is too old, another instance took it, or the endpoint "
						+ "zerotrust is not exposed", WebEndpointResponse.STATUS_NOT_FOUND);
			}
			Quarantined held = this.quarantine.impose(key, given("reason", reason), duration(duration),
					this.clock.instant(), name(who));
			if (held == null) {
				return problem(
						"there is no room for a further quarantine. Release one, or raise zt.risk.quarantine.capacity",
						WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
			}
			log(who, "imposed", held);
			return new WebEndpointResponse<>(QuarantineDescriptor.of(held));
		}
		catch (IllegalArgumentException ex) {
			return problem(String.valueOf(ex.getMessage()), WebEndpointResponse.STATUS_BAD_REQUEST);
		}
	}

	WebEndpointResponse<Object> release(@Nullable Principal who, String id) {
		Quarantined released = this.quarantine.release(id, this.clock.instant(), name(who));
		if (released == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		log(who, "released", released);
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
	}

	private @Nullable QuarantineKey key(Target target) {
		if (target.decision() != null) {
			return keyOf(target, target.decision());
		}
		String issuer = given("issuer", target.issuer());
		String subject = given("subject", target.subject());
		// other credentials than tokens have issuers that are no addresses
		if (issuer.contains("://") && !this.trusted.test(issuer)) {
			throw new IllegalArgumentException("issuer is not trusted, so none of its tokens passes anyway");
		}
		if (target.client() != null && target.session() != null) {
			throw new IllegalArgumentException("name client or session, not both: a session is one of all clients");
		}
		if (target.session() != null) {
			return QuarantineKey.ofSession(issuer, subject, target.session());
		}
		return (target.client() != null) ? QuarantineKey.ofClient(issuer, subject, target.client())
				: QuarantineKey.ofSubject(issuer, subject);
	}

	private @Nullable QuarantineKey keyOf(Target target, String decision) {
		if (target.issuer() != null || target.subject() != null || target.client() != null
				|| target.session() != null) {
			throw new IllegalArgumentException("name a decision or a subject, not both");
		}
		Evaluation evaluation = this.decisions.apply(decision);
		if (evaluation == null) {
			return null;
		}
		if (!evaluation.proven() || evaluation.request().subject().isAnonymous()) {
			throw new IllegalArgumentException("decision is about nobody who has proven who he is");
		}
		return QuarantineKey.of(evaluation.request());
	}

	private static String given(String name, @Nullable String value) {
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value;
	}

	private static @Nullable Duration duration(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			return DurationStyle.detectAndParse(text);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new IllegalArgumentException("duration must look like 15m, 2h or PT2H");
		}
	}

	private static WebEndpointResponse<Object> problem(String message, int status) {
		return new WebEndpointResponse<>(new Problem(message), status);
	}

	private static String name(@Nullable Principal who) {
		String name = (who != null) ? who.getName() : null;
		return (name != null) ? Words.line(name) : "somebody";
	}

	private static void log(@Nullable Principal who, String what, Quarantined held) {
		logger.log(Level.INFO,
				() -> name(who) + " " + what + " quarantine " + held.id() + " of " + held.key().scope().word() + " '"
						+ Words.line(held.key().subject()) + "' of " + Words.line(held.key().issuer()) + ": "
						+ Words.line(held.reason()));
	}

	/**
	 * Who is to be shut out.
	 *
	 * @param decision id of a recent decision about him
	 * @param issuer who vouches for him
	 * @param subject the subject
	 * @param client a client alone
	 * @param session a session alone
	 */
	record Target(@Nullable String decision, @Nullable String issuer, @Nullable String subject, @Nullable String client,
			@Nullable String session) {
	}

}
