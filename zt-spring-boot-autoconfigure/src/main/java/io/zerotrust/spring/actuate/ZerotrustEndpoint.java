package io.zerotrust.spring.actuate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.ObserveReport;

/**
 * Actuator endpoint that explains what zt decides, by which rules, and how much they
 * cover, and that revokes tokens. It is there for the web alone, where its callers are
 * ruled, and only reads until {@code management.endpoint.zerotrust.access} says more.
 *
 * @since 0.1.0
 */
@WebEndpoint(id = "zerotrust", defaultAccess = Access.READ_ONLY)
public final class ZerotrustEndpoint {

	private static final String REVOCATIONS = "revocations";

	private final Mode mode;

	private final RecentDecisions decisions;

	private final Supplier<EndpointInventory> inventory;

	private final Map<Gate, List<Step>> steps;

	private final ObserveReport report;

	private final RevocationOperations revocations;

	/**
	 * Create the endpoint.
	 * @param mode whether refusals are enforced
	 * @param decisions the decisions that can be explained
	 * @param inventory takes stock of what is mapped, anew each time it is asked
	 * @param steps the steps of each gate; empty if an application decides by itself
	 * @param report counts what enforcement would refuse
	 * @param revocations revokes and lifts
	 */
	public ZerotrustEndpoint(Mode mode, RecentDecisions decisions, Supplier<EndpointInventory> inventory,
			Map<Gate, List<Step>> steps, ObserveReport report, RevocationOperations revocations) {
		this.mode = mode;
		this.decisions = decisions;
		this.inventory = inventory;
		this.steps = new EnumMap<>(Gate.class);
		this.steps.putAll(steps);
		this.report = report;
		this.revocations = revocations;
	}

	/**
	 * Say what there is.
	 * @return the mode and the paths below this one
	 */
	@ReadOperation
	public SummaryDescriptor summary() {
		return SummaryDescriptor.of(this.mode);
	}

	/**
	 * Show the policy, the posture or what is revoked.
	 * @param part {@code policy}, {@code posture} or {@code revocations}
	 * @return what is there, or {@code null}, which is answered as 404
	 */
	@ReadOperation
	public @Nullable Object part(@Selector String part) {
		return switch (part) {
			case "policy" -> PolicyDescriptor.of(this.mode, this.inventory.get(), this.steps);
			case "posture" -> PostureDescriptor.of(this.mode, this.inventory.get(), this.steps, this.report);
			case REVOCATIONS -> this.revocations.all();
			default -> null;
		};
	}

	/**
	 * Explain a recent decision.
	 * @param part {@code decisions}
	 * @param id the decision id, compared to the letter
	 * @return the decision, or {@code null}, which is answered as 404
	 */
	@ReadOperation
	public @Nullable DecisionDescriptor decision(@Selector String part, @Selector String id) {
		return "decisions".equals(part) ? this.decisions.find(id).map(DecisionDescriptor::of).orElse(null) : null;
	}

	/**
	 * Revoke tokens. Needs the write scope.
	 * @param caller who does it
	 * @param part {@code revocations}
	 * @param kind what tells them: token, subject, session, client or issuer
	 * @param issuer the exact value of {@code iss}
	 * @param value what they have in common; left out for all tokens of the issuer
	 * @param issuedUntil covers tokens issued in this second or earlier, in ISO 8601; now
	 * if left out
	 * @param keptUntil when the last of them ends, in ISO 8601; left out, as long as
	 * tokens of the issuer may live
	 * @param reason why
	 * @return what is held now; 400 with a message for what cannot be meant, 503 if there
	 * is no room
	 */
	@WriteOperation
	public WebEndpointResponse<Object> revoke(SecurityContext caller, @Selector String part, String kind, String issuer,
			@Nullable String value, @Nullable String issuedUntil, @Nullable String keptUntil, @Nullable String reason) {
		return REVOCATIONS.equals(part)
				? this.revocations.revoke(caller.getPrincipal(), kind, issuer, value, issuedUntil, keptUntil,
						(reason != null) ? reason : "")
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	/**
	 * Lift a revocation. Needs the write scope.
	 * @param caller who does it
	 * @param part {@code revocations}
	 * @param kind what tells the tokens: token, subject, session, client or issuer
	 * @param issuer the exact value of {@code iss}
	 * @param value what they have in common; left out for all tokens of the issuer
	 * @return nothing; 404 if there is no such revocation
	 */
	@DeleteOperation
	public WebEndpointResponse<Object> lift(SecurityContext caller, @Selector String part, String kind, String issuer,
			@Nullable String value) {
		return REVOCATIONS.equals(part) ? this.revocations.lift(caller.getPrincipal(), kind, issuer, value)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
