package io.zerotrust.check;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Quota;
import io.zerotrust.decision.Refusal;

/**
 * What a check found.
 *
 * @since 0.1.0
 */
public sealed interface Finding {

	/**
	 * Return the facts the finding rests on.
	 * @return the evidence, possibly empty
	 */
	List<Evidence> evidence();

	/**
	 * Return the finding that nothing speaks against the request.
	 * @return a pass without evidence
	 */
	static Finding pass() {
		return Pass.SILENT;
	}

	/**
	 * Return the finding that a rule allows the request.
	 * @return a grant without evidence
	 */
	static Finding grant() {
		return Grant.SILENT;
	}

	/**
	 * Return the finding that something speaks against the request.
	 * @param refusal the answer the check wants
	 * @return a refusal without evidence
	 */
	static Finding refuse(Refusal refusal) {
		return new Refuse(refusal, List.of());
	}

	/**
	 * Nothing speaks against the request.
	 *
	 * @param evidence the facts the finding rests on
	 * @param quota what is left of the limit the request was counted against, or
	 * {@code null} if it was not counted
	 */
	record Pass(List<Evidence> evidence, @Nullable Quota quota) implements Finding {

		private static final Pass SILENT = new Pass(List.of());

		public Pass {
			evidence = List.copyOf(evidence);
		}

		/**
		 * Create the pass of a request that was not counted.
		 * @param evidence the facts the finding rests on
		 */
		public Pass(List<Evidence> evidence) {
			this(evidence, null);
		}
	}

	/**
	 * A rule allows the request. Only the step of the policy may say so.
	 *
	 * @param evidence the facts the finding rests on
	 */
	record Grant(List<Evidence> evidence) implements Finding {

		private static final Grant SILENT = new Grant(List.of());

		public Grant {
			evidence = List.copyOf(evidence);
		}
	}

	/**
	 * Something speaks against the request.
	 *
	 * @param refusal the answer the check wants
	 * @param evidence the facts the finding rests on
	 */
	record Refuse(Refusal refusal, List<Evidence> evidence) implements Finding {

		public Refuse {
			Objects.requireNonNull(refusal, "a refusal says what is refused");
			evidence = List.copyOf(evidence);
		}
	}

}
