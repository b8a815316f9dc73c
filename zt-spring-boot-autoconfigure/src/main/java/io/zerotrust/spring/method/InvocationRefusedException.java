package io.zerotrust.spring.method;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;

import io.zerotrust.decision.Refusal;

/**
 * A guarded method was refused to its caller and has not run. The message names the
 * decision and nothing else; on the web the caller gets what a refusal at {@code ACCESS}
 * looks like.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class InvocationRefusedException extends AccessDeniedException {

	private static final int DEPTH = 16;

	private final String decisionId;

	private final transient Refusal refusal;

	InvocationRefusedException(String decisionId, Refusal refusal) {
		super("Access Denied, decision " + decisionId);
		this.decisionId = decisionId;
		this.refusal = refusal;
	}

	/**
	 * Find the refusal that made something fail.
	 * @param failure a failure, possibly of a future or of a method around
	 * @return the refusal among its causes, or {@code null} if there is none
	 */
	public static @Nullable InvocationRefusedException in(@Nullable Throwable failure) {
		Throwable cause = failure;
		for (int i = 0; i < DEPTH && cause != null; i++) {
			if (cause instanceof InvocationRefusedException refused) {
				return refused;
			}
			cause = cause.getCause();
		}
		return null;
	}

	/**
	 * Return the id under which operators find the decision.
	 * @return the decision id
	 */
	public String decisionId() {
		return this.decisionId;
	}

	/**
	 * Return the refusal.
	 * @return the refusal, whose detail is for operators
	 */
	public Refusal refusal() {
		return this.refusal;
	}

}
