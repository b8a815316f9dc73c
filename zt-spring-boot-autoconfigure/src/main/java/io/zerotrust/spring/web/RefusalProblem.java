package io.zerotrust.spring.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

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

	private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

	private final HttpStatus status;

	private final Map<String, String> headers;

	private final byte[] body;

	private RefusalProblem(HttpStatus status, Map<String, String> headers, Map<String, Object> type, String code,
			String decisionId) {
		this.status = status;
		this.headers = headers;
		this.body = body(status, type, code, decisionId);
	}

	/**
	 * Put a refusal into words.
	 * @param refusal the refusal
	 * @param decisionId the id under which operators find the decision
	 * @param realm the realm of challenges without an error
	 * @return the problem
	 */
	public static RefusalProblem of(Refusal refusal, String decisionId, String realm) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
		Map<String, Object> type = Map.of();
		HttpStatus status = HttpStatus.FORBIDDEN;
		if (refusal instanceof Challenge challenge) {
			status = (challenge.proof() == Challenge.Proof.MALFORMED) ? HttpStatus.BAD_REQUEST
					: HttpStatus.UNAUTHORIZED;
			headers.put(HttpHeaders.WWW_AUTHENTICATE, challenge(challenge, realm));
		}
		else if (refusal instanceof Throttle throttle) {
			status = HttpStatus.TOO_MANY_REQUESTS;
			type = throttled(throttle, headers);
		}
		else if (refusal instanceof Deny deny && !deny.requiredScopes().isEmpty()) {
			headers.put(HttpHeaders.WWW_AUTHENTICATE, insufficientScope(deny));
		}
		return new RefusalProblem(status, headers, type, refusal.reason().code(), decisionId);
	}

	/**
	 * Put a refusal by the platform into words; its status and headers are set already.
	 * @param status the status
	 * @param reason why, as far as it is known
	 * @param decisionId the id under which operators find the decision
	 * @return the problem, without headers
	 */
	public static RefusalProblem of(HttpStatus status, Reason reason, String decisionId) {
		return new RefusalProblem(status, Map.of(), Map.of(), reason.code(), decisionId);
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
	 * Take the words of the platform, which quote exceptions, out of a challenge.
	 * @param challenge a {@code WWW-Authenticate} value
	 * @param reason what is said instead
	 * @return the challenge with error and resource metadata as they were; any other
	 * scheme than Bearer unchanged
	 */
	public static String veil(String challenge, Reason reason) {
		return BearerChallenge.veil(challenge, reason);
	}

	/**
	 * Return the status.
	 * @return the HTTP status code
	 */
	public int status() {
		return this.status.value();
	}

	/**
	 * Return the headers.
	 * @return names and values
	 */
	public Map<String, String> headers() {
		return Map.copyOf(this.headers);
	}

	/**
	 * Return the body.
	 * @return the problem document in UTF-8
	 */
	public byte[] body() {
		return this.body.clone();
	}

	private static String challenge(Challenge challenge, String realm) {
		BearerChallenge header = new BearerChallenge();
		switch (challenge.proof()) {
			case MISSING -> header.add("realm", realm);
			case MALFORMED -> header.error("invalid_request", challenge.reason());
			case INVALID -> header.error("invalid_token", challenge.reason());
			case WEAK -> {
				header.error("insufficient_user_authentication", challenge.reason());
				header.add("acr_values", String.join(" ", challenge.acr()));
				header.add("max_age", seconds(challenge.maxAge()));
			}
		}
		return header.toString();
	}

	private static String insufficientScope(Deny deny) {
		BearerChallenge header = new BearerChallenge();
		header.error("insufficient_scope", deny.reason());
		header.add("scope", String.join(" ", new TreeSet<>(deny.requiredScopes())));
		return header.toString();
	}

	private static String seconds(@Nullable Duration duration) {
		return (duration != null) ? Long.toString(duration.toSeconds()) : "";
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
