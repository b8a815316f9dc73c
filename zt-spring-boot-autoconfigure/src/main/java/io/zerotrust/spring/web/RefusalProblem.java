package io.zerotrust.spring.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Quota;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

/**
 * A refusal as the caller sees it: status, headers and a problem document (RFC 9457) with
 * the reason's code and the decision id, and nothing internal.
 *
 * @since 0.1.0
 */
public final class RefusalProblem {

	/**
	 * The media type of the body.
	 */
	public static final String MEDIA_TYPE = "application/problem+json";

	/**
	 * The header with the nonce for the next proof (RFC 9449, section 8).
	 */
	public static final String NONCE = "DPoP-Nonce";

	private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

	private final HttpStatus status;

	private final Map<String, String> headers;

	private final List<String> challenges;

	private final byte[] body;

	private RefusalProblem(HttpStatus status, Map<String, String> headers, List<String> challenges,
			Map<String, Object> type, String code, String decisionId) {
		this.status = status;
		this.headers = headers;
		this.challenges = List.copyOf(challenges);
		this.body = body(status, type, code, decisionId);
	}

	/**
	 * Put a refusal into words, for callers that send bearer tokens.
	 * @param refusal the refusal
	 * @param decisionId the id under which operators find the decision
	 * @param realm the realm of challenges without an error
	 * @return the problem
	 */
	public static RefusalProblem of(Refusal refusal, String decisionId, String realm) {
		return of(refusal, decisionId, Schemes.bearer(realm), Presented.nothing());
	}

	/**
	 * Put a refusal into words.
	 * @param refusal the refusal
	 * @param decisionId the id under which operators find the decision
	 * @param schemes the schemes that callers may use
	 * @param presented what matters about the request
	 * @return the problem
	 */
	public static RefusalProblem of(Refusal refusal, String decisionId, Schemes schemes, Presented presented) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
		List<String> challenges = List.of();
		Map<String, Object> type = Map.of();
		HttpStatus status = HttpStatus.FORBIDDEN;
		if (refusal instanceof Challenge challenge) {
			status = (challenge.proof() == Challenge.Proof.MALFORMED) ? HttpStatus.BAD_REQUEST
					: HttpStatus.UNAUTHORIZED;
			challenges = new Challenges(schemes, presented).of(challenge);
			if (challenge.proof() == Challenge.Proof.WITHOUT_NONCE) {
				headers.put(NONCE, presented.nonce());
			}
		}
		else if (refusal instanceof Throttle throttle) {
			status = HttpStatus.TOO_MANY_REQUESTS;
			type = throttled(throttle, headers);
		}
		else if (refusal instanceof Deny deny && !deny.requiredScopes().isEmpty()) {
			challenges = List.of(new Challenges(schemes, presented).of(deny));
		}
		return new RefusalProblem(status, headers, challenges, type, refusal.reason().code(), decisionId);
	}

	/**
	 * Put a refusal by the platform into words; its status and headers are set already.
	 * @param status the status
	 * @param reason why, as far as it is known
	 * @param decisionId the id under which operators find the decision
	 * @return the problem, without headers
	 */
	public static RefusalProblem of(HttpStatus status, Reason reason, String decisionId) {
		return new RefusalProblem(status, Map.of(), List.of(), Map.of(), reason.code(), decisionId);
	}

	/**
	 * Whether the caller brought nothing that is accepted.
	 * @param refusal the refusal
	 * @return {@code true} if another credential is asked for
	 */
	public static boolean wantsCredential(Refusal refusal) {
		return refusal instanceof Challenge challenge && challenge.proof() == Challenge.Proof.MISSING;
	}

	/**
	 * Whether the caller need only log in again (RFC 9470).
	 * @param refusal the refusal
	 * @return {@code true} if the login is too old, and not also too weak
	 */
	public static boolean wantsFreshLogin(Refusal refusal) {
		return refusal instanceof Challenge challenge && challenge.proof() == Challenge.Proof.WEAK
				&& challenge.acr().isEmpty();
	}

	/**
	 * Take the words of the platform, which quote exceptions, out of its challenges, and
	 * offer the schemes it does not know of.
	 * @param challenges the {@code WWW-Authenticate} values of the platform
	 * @param reason what is said instead
	 * @param schemes the schemes that callers may use
	 * @param presented what matters about the request
	 * @return the challenges with error, scope and resource metadata as they were; those
	 * of other schemes unchanged
	 */
	public static List<String> veil(List<String> challenges, Reason reason, Schemes schemes, Presented presented) {
		return new Challenges(schemes, presented).veil(challenges, reason);
	}

	/**
	 * Return the status.
	 * @return the HTTP status code
	 */
	public int status() {
		return this.status.value();
	}

	/**
	 * Return the headers, but for the challenges.
	 * @return names and values
	 */
	public Map<String, String> headers() {
		return Map.copyOf(this.headers);
	}

	/**
	 * Return what the caller is asked for.
	 * @return the values of {@code WWW-Authenticate}, each a header field of its own
	 */
	public List<String> challenges() {
		return this.challenges;
	}

	/**
	 * Return the body.
	 * @return the problem document in UTF-8
	 */
	public byte[] body() {
		return this.body.clone();
	}

	/**
	 * Tell when to come back, and which limit it was (RateLimit header fields for HTTP,
	 * sections 4 and 5).
	 * @return the members of the body that are special to the problem
	 */
	private static Map<String, Object> throttled(Throttle throttle, Map<String, String> headers) {
		long wait = RateLimitFields.seconds(throttle.retryAfter());
		Quota quota = throttle.quota();
		if (quota == null) {
			headers.put(HttpHeaders.RETRY_AFTER, Long.toString(wait));
			return Map.of();
		}
		RateLimitFields fields = RateLimitFields.of(quota);
		headers.put(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(wait, RateLimitFields.seconds(quota.reset()))));
		headers.put(RateLimitFields.POLICY, fields.policy());
		headers.put(RateLimitFields.STATE, fields.state());
		return Map.of("type", QUOTA_EXCEEDED, "title",
				"Request cannot be satisfied as assigned quota has been exceeded", "violated-policies",
				List.of(quota.limit()));
	}

	private static byte[] body(HttpStatus status, Map<String, Object> type, String code, String decisionId) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", "about:blank");
		members.put("title", status.getReasonPhrase());
		members.putAll(type);
		members.put("status", status.value());
		members.put("code", code);
		members.put("decisionId", decisionId);
		return JSONObjectUtils.toJSONString(members).getBytes(StandardCharsets.UTF_8);
	}

}
