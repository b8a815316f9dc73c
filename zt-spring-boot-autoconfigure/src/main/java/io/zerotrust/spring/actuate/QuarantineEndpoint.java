package io.zerotrust.spring.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Actuator endpoint by which operators list, impose and lift quarantines. It is there for
 * the web alone, where its callers are ruled, and only reads until
 * {@code management.endpoint.quarantine.access} says more.
 *
 * @since 0.1.0
 */
@WebEndpoint(id = "quarantine", defaultAccess = Access.READ_ONLY)
public final class QuarantineEndpoint {

	private final QuarantineOperations operations;

	/**
	 * Create the endpoint.
	 * @param operations imposes and lifts
	 */
	public QuarantineEndpoint(QuarantineOperations operations) {
		this.operations = operations;
	}

	/**
	 * List what is in quarantine.
	 * @return the quarantines, the one that ends first at the front
	 */
	@ReadOperation
	public QuarantineDescriptor.Page list() {
		return this.operations.all();
	}

	/**
	 * Impose a quarantine. Needs the write scope.
	 * @param caller who does it
	 * @param decision id of a recent decision, whose token is shut out where it was used
	 * @param issuer the exact value of {@code iss}, where there is no decision
	 * @param subject the subject
	 * @param client the client alone, or {@code null} for all of them
	 * @param session the session alone, or {@code null} for all of them
	 * @param duration for how long, {@code 2h} or {@code PT2H}
	 * @param reason why
	 * @return what is held now; 400 with a message for what cannot be meant, 404 for an
	 * unknown decision, 503 if there is no room
	 */
	@WriteOperation
	public WebEndpointResponse<Object> impose(SecurityContext caller, @Nullable String decision,
			@Nullable String issuer, @Nullable String subject, @Nullable String client, @Nullable String session,
			@Nullable String duration, @Nullable String reason) {
		return this.operations.impose(caller.getPrincipal(),
				new QuarantineOperations.Target(decision, issuer, subject, client, session), duration, reason);
	}

	/**
	 * Lift a quarantine. Needs the write scope.
	 * @param caller who does it
	 * @param id which one
	 * @return nothing; 404 if there is no such quarantine
	 */
	@DeleteOperation
	public WebEndpointResponse<Object> release(SecurityContext caller, @Selector String id) {
		return this.operations.release(caller.getPrincipal(), id);
	}

}
