package io.zerotrust.spring.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Actuator endpoint for what is learned of principals: how much, and where it is kept; of
 * one subject, what, and its erasure. What names a subject comes in the body, since
 * addresses end up in logs, and so it needs the write scope, an export too. Only reads
 * until {@code management.endpoint.baselines.access} says more.
 *
 * @since 0.1.0
 */
@WebEndpoint(id = "baselines", defaultAccess = Access.READ_ONLY)
public final class BaselinesEndpoint {

	private final BaselineOperations operations;

	/**
	 * Create the endpoint.
	 * @param operations does what is asked
	 */
	public BaselinesEndpoint(BaselineOperations operations) {
		this.operations = operations;
	}

	/**
	 * Say how much is learned and where it is kept.
	 * @return numbers and times, nothing of a subject
	 */
	@ReadOperation
	public BaselinesDescriptor status() {
		return this.operations.status();
	}

	/**
	 * Export or erase what is remembered of a subject, or save. Needs the write scope.
	 * @param caller who does it
	 * @param action {@code export}, {@code erase} or {@code save}
	 * @param issuer the exact value of {@code iss}, to export and to erase
	 * @param subject the exact value of {@code sub}, to export and to erase
	 * @param overwrite whether to save in place of what could not be read
	 * @return what is remembered or was erased; nothing for a save; 400 with a message
	 * where the subject is missing, 404 for another action
	 */
	@WriteOperation
	public WebEndpointResponse<Object> act(SecurityContext caller, @Selector String action, @Nullable String issuer,
			@Nullable String subject, @Nullable Boolean overwrite) {
		if (action.equals("save")) {
			this.operations.save(caller.getPrincipal(), Boolean.TRUE.equals(overwrite));
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
		}
		if (!action.equals("export") && !action.equals("erase")) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		if (issuer == null || subject == null || issuer.isBlank() || subject.isBlank()) {
			return new WebEndpointResponse<>(
					new BaselinesDescriptor.Problem("issuer and subject must both be in the body"),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
		return new WebEndpointResponse<>(
				action.equals("erase") ? this.operations.erase(caller.getPrincipal(), issuer, subject)
						: this.operations.export(caller.getPrincipal(), issuer, subject));
	}

}
