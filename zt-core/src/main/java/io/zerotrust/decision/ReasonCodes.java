package io.zerotrust.decision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
					"Spring Security's HTTP firewall rejected path, method or header, or nobody can read the host. "
							+ "Send a plain path."),
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
			code("credential.certificate-malformed", 400,
					"A trusted proxy sent no, an unreadable, or more than one certificate in `Client-Cert` "
							+ "(RFC 9440). Correct the proxy."),
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
					"`typ` must be `at+jwt`, `JWT` or absent; with `zt.token.require-type` it must be `at+jwt`. "
							+ "Of an opaque token: the issuer says it is none for access."),
			code("token.incomplete", 401,
					"With `zt.token.require-type` a token needs `jti` and `client_id` too. Let the issuer set them."),
			code("token.id-token", 401, "The client sends its ID token. It must send the access token."),
			code("token.exp-missing", 401, "Let the issuer set `exp`."),
			code("token.iat-missing", 401,
					"Let the issuer set `iat`. Also said where `iat` is one second before `exp`."),
			code("token.expired", 401, "Get a fresh token. If it is fresh, compare the clocks."),
			code("token.not-yet-valid", 401, "`nbf` or `iat` lies in the future by more than `zt.token.clock-skew`."),
			code("token.lifetime", 401, "`exp` is further from `iat` than `zt.token.max-lifetime`, or before it."),
			code("token.subject-missing", 401, "Let the issuer set `sub`."),
			code("token.inactive", 401,
					"The issuer says that the token is not active: expired, revoked, or none of its. Get a fresh one."),
			code("token.revoked", 401,
					"The token was revoked here. `zerotrust/revocations` of the Actuator lists why; see [revocation]."),
			code("token.binding-unsupported", 401,
					"The token is bound in a way that cannot be proven here, or that `zt.token.dpop.mode` or "
							+ "`zt.token.mtls.mode` turns off. The log has the members of `cnf`."),
			code("token.binding-missing", 401,
					"The token is bound to a key. Send the proof with it (RFC 9449), or use the client certificate "
							+ "(RFC 8705). Behind a proxy see [mtls]."),
			code("token.binding-mismatch", 401,
					"The token is bound to another key than the one of the proof or the client certificate."),
			code("token.binding-required", 401,
					"The issuer's tokens must be bound. Let the client ask for such a token, or see "
							+ "`zt.token.dpop.mode` and `zt.token.mtls.mode`."),
			code("token.invalid", 401, "Refused for a reason no other code names. The log has Spring's words."),
			code("token.verifier-unavailable", 503,
					"The issuer's keys or introspection cannot be reached. Says nothing about the token."),
			// proofs of possession
			code("dpop.off", 401,
					"`Authorization: DPoP` where it is not accepted: `zt.token.dpop.mode` is off, or the filter chain "
							+ "has no resource server."),
			code("dpop.proof-missing", 401, "Send a proof in the `DPoP` header (RFC 9449, section 4)."),
			code("dpop.proof-ambiguous", 401, "Send one `DPoP` header."),
			code("dpop.proof-malformed", 401,
					"Not a readable JWT, its `jwk` has private members, or one of `jti` (up to 256 characters), `htm`, "
							+ "`htu`, `iat` is missing or of the wrong type."),
			code("dpop.proof-type", 401, "`typ` of a proof is `dpop+jwt`."),
			code("dpop.proof-algorithm", 401, "`alg` is none of `zt.token.dpop.algorithms`; the challenge lists them."),
			code("dpop.proof-key", 401,
					"`jwk` must be a public key that fits `alg`: RSA of 2048 bits or more, or EC or Ed25519 on its curve."),
			code("dpop.proof-signature", 401, "The proof is not signed with the key it shows."),
			code("dpop.method", 401, "`htm` is the method of the request, in its case. Make a proof for each request."),
			code("dpop.uri", 401,
					"`htu` is the URI of the request without query. The log has it as this service knows it; behind a "
							+ "proxy see `zt.client-address.trusted-proxies`."),
			code("dpop.time", 401,
					"`iat` is older than `zt.token.dpop.proof-lifetime`, or ahead by more than 10 seconds. Compare the "
							+ "clocks, or require nonces."),
			code("dpop.nonce", 401, "Take the nonce of the `DPoP-Nonce` header into a new proof."),
			code("dpop.token-hash", 401, "`ath` is the SHA-256 of the access token sent beside the proof, base64url."),
			code("dpop.unbound", 401,
					"The token has no `cnf.jkt`. Ask the issuer for one with a proof, or send it as Bearer."),
			code("dpop.key-mismatch", 401, "Sign with the key that the token is bound to."),
			code("dpop.replay", 401, "The proof was used before. Make one for each request, retries included."),
			code("dpop.replay-capacity", 429,
					"The key has used more proofs than there is room to remember. Look at the client, or raise "
							+ "`zt.token.dpop.replay-capacity`."),
			code("dpop.replay-unavailable", 503,
					"The store of used proofs cannot be reached. Says nothing about the proof."),
			// rules of the endpoint
			code("policy.scope-missing", 403,
					"The challenge lists the scopes needed. The log says which are held and where the rule stands."),
			code("policy.role-missing", 403,
					"The log says which are held and where they were looked for. If none is, set `zt.provider` or "
							+ "`zt.claims.roles`."),
			code("policy.caller-denied", 403,
					"The endpoint may not be called from this client, or not by this kind of caller. The log says where "
							+ "the client was read and who may call; give clients roles by `zt.callers`."),
			code("policy.sender-constraint", 401,
					"The endpoint demands a token that is bound to a key of the caller. The log has how this one is "
							+ "bound and how it must be."),
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
			code("risk.quarantined", 403,
					"What was done is not the caller's to do, or a service looked like somebody else. The token is "
							+ "in quarantine where it was used; the log has the score and its terms."),
			code("risk.throttled", 429,
					"Much more was done than the caller ever does. Wait as `Retry-After` says; the log has the score "
							+ "and its terms."),
			code("quarantine.active", 403,
					"The token is in quarantine where it was used. The log says why and until when; the Actuator's "
							+ "`quarantine` can release it."),
			code("posture.failed", 403,
					"A trusted proxy says by `zt.risk.posture-header` that the device is not as it should be, or something "
							+ "that is no word for healthy or unknown. Repair the device, or correct the proxy."),
			// machinery
			code("check.failed", 403,
					"A check threw, timed out, answered nothing, or granted although only the policy may. The log "
							+ "names it."),
			code("check.would-block", 403,
					"A guarded method that returns a plain value was called on a thread that may not wait, and a check "
							+ "of the gate `invocation` is remote. Let it return a `Mono`; see [services]."),
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

	private static final Set<String> CODES = ALL.stream().map(ReasonCode::code).collect(Collectors.toUnmodifiableSet());

	private ReasonCodes() {
	}

	/**
	 * Return the catalogue.
	 * @return every code once, what belongs together side by side
	 */
	public static List<ReasonCode> all() {
		return ALL;
	}

	/**
	 * Whether a text is a code of zt.
	 * @param text any text
	 * @return {@code true} if some refusal by zt itself has it as its code
	 */
	public static boolean isCode(String text) {
		return CODES.contains(text);
	}

	private static ReasonCode code(String code, int status, String remedy) {
		return new ReasonCode(code, status, remedy);
	}

}
