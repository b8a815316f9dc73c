package io.zerotrust.decision;

import java.util.List;

/**
 * The codes zt itself says. Checks of an application may say others.
 *
 * @since 0.1.0
 */
public final class ReasonCodes {

	private static final List<ReasonCode> ALL = List.of(
			// requests and credentials
			code("network.denied", 403,
					"The address lies in `zt.risk.denied-networks`, or is unknown while networks are listed there."),
			code("request.rejected", 400,
					"Spring Security's HTTP firewall rejected path, method or header. Send a plain path."),
			code("credential.ambiguous", 400,
					"Send one `Authorization` header, and no `access_token` in the query beside it. Look for a proxy that "
							+ "adds a second."),
			code("credential.mixed", 400, "Send either the token or the session, password or certificate, not both."),
			code("credential.unsupported", 401,
					"Send an access token. To accept other credentials see [own filter chain]."),
			code("credential.invalid", 401,
					"A user name with a wrong password, or a locked or disabled user. The log has Spring's words."),
			code("credential.csrf-unprotected", 403,
					"A change by a caller whose browser authenticates on its own, in a filter chain without CSRF "
							+ "protection. Enable it there, or exempt the path by `csrf.ignoringRequestMatchers`."),
			code("subject.missing", 401, "Send a token, or rule the endpoint `@PublicAccess`."),
			// limits
			code("limit.address-failures", 429,
					"The address presented too many credentials that do not hold, or requests the firewall rejected. "
							+ "Look for a client with a stale token; behind a common address raise "
							+ "`zt.limits.address.failures.permits`."),
			code("limit.address-requests", 429,
					"More requests from the address than `zt.limits.address.requests`. Wait as `Retry-After` says."),
			code("limit.subject-requests", 429,
					"More requests by the subject and client than `zt.limits.subject.requests`. Wait as "
							+ "`Retry-After` says."),
			// tokens
			code("token.malformed", 401, "Not a readable header or JWT, or a registered claim of the wrong type."),
			code("token.signature", 401, "The token was changed, or signed by somebody else."),
			code("token.key", 401, "No key of the issuer fits `kid` and `alg`. Check key rotation."),
			code("token.algorithm", 401,
					"`alg` is none, symmetric, or not one the issuer signs with. Check `jws-algorithms`."),
			code("token.issuer", 401, "`iss` must equal `issuer-uri` to the letter, a trailing slash included."),
			code("token.audience", 401, "Ask the issuer for a token for this service, or correct `audiences`."),
			code("token.type", 401,
					"`typ` must be `at+jwt`, `JWT` or absent; with `zt.token.require-type` it must be `at+jwt`."),
			code("token.id-token", 401, "The client sends its ID token. It must send the access token."),
			code("token.exp-missing", 401, "Let the issuer set `exp`."),
			code("token.iat-missing", 401,
					"Let the issuer set `iat`. Also said where `iat` is one second before `exp`."),
			code("token.expired", 401, "Get a fresh token. If it is fresh, compare the clocks."),
			code("token.not-yet-valid", 401, "`nbf` or `iat` lies in the future by more than `zt.token.clock-skew`."),
			code("token.lifetime", 401, "`exp` is further from `iat` than `zt.token.max-lifetime`, or before it."),
			code("token.subject-missing", 401, "Let the issuer set `sub`."),
			code("token.binding-unsupported", 401,
					"The token has `cnf`. Use an unbound one; proof of possession is not verified yet."),
			code("token.invalid", 401, "Refused for a reason no other code names. The log has Spring's words."),
			code("token.verifier-unavailable", 503,
					"The issuer's keys or introspection cannot be reached. Says nothing about the token."),
			// rules of the endpoint
			code("policy.scope-missing", 403,
					"The challenge lists the scopes needed. The log says which are held and where the rule stands."),
			code("policy.role-missing", 403,
					"The log says which are held and where they were looked for. If none is, set `zt.provider` or "
							+ "`zt.claims.roles`."),
			code("policy.caller-denied", 403,
					"The endpoint may not be called from this client, or not by this kind of caller. The log says where "
							+ "the client was read and who may call; give clients roles by `zt.callers`."),
			code("policy.uncovered", 403,
					"Nobody ruled on it, on another servlet or on a web socket: write a rule. For the Actuator set "
							+ "`zt.actuator.read-scope` or `write-scope`."),
			code("policy.conflict", 403,
					"The rules contradict each other; the log says where. Seen only with `zt.uncovered: deny`."),
			code("step-up.required", 401,
					"Authenticate again as `acr_values` and `max_age` of the challenge say (RFC 9470)."),
			code("risk.step-up", 401,
					"Authenticate again as the challenge says: the request looked suspicious. The log has the score "
							+ "and its terms."),
			code("risk.denied", 403, "The score was too high to be helped by a stronger login."),
			// machinery
			code("check.failed", 403,
					"A check threw, timed out, answered nothing, or granted although only the policy may. The log "
							+ "names it."),
			code("check.no-grant", 403,
					"No check granted: a gate has no pipeline, or the policy step was told to pass on failure and "
							+ "failed."),
			code("coverage.unguarded", 403, "No filter chain with our gates saw the request. See [own filter chain]."),
			code("coverage.servlet", 403,
					"A handler dispatched (forward, include, asynchronous) to a servlet beside the dispatcher servlet."),
			code("resource.unlisted", 0,
					"Said in observe mode only: enforcement would hide the static resource. List it in "
							+ "`zt.public-resources`."),
			code("spring.unauthenticated", 401,
					"Spring Security answered a bare 401 without an authentication event to explain it."),
			code("spring.access-denied", 403,
					"A bare 403 by Spring Security: the application's own rules, method security."));

	private ReasonCodes() {
	}

	/**
	 * Return the catalogue.
	 * @return every code once, what belongs together side by side
	 */
	public static List<ReasonCode> all() {
		return ALL;
	}

	private static ReasonCode code(String code, int status, String remedy) {
		return new ReasonCode(code, status, remedy);
	}

}
