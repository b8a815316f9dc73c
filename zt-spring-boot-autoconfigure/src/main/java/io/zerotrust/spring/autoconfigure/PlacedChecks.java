package io.zerotrust.spring.autoconfigure;

import java.util.List;

import io.zerotrust.check.Check;

/**
 * The checks of one topic, and where in the gates they stand. Topics at one place follow
 * one another by the order of their beans.
 *
 * @param place where they stand
 * @param checks the checks in the order they run
 * @param observed names of those that are observed until the operator says otherwise
 */
record PlacedChecks(Place place, List<? extends Check> checks, List<String> observed) {

	PlacedChecks {
		checks = List.copyOf(checks);
		observed = List.copyOf(observed);
	}

	/**
	 * Place checks that are enforced until the operator says otherwise.
	 * @param place where they stand
	 * @param checks the checks in the order they run
	 * @return the placed checks
	 */
	static PlacedChecks of(Place place, List<? extends Check> checks) {
		return new PlacedChecks(place, checks, List.of());
	}

	/**
	 * Places, in the order requests pass them.
	 */
	enum Place {

		/**
		 * Gate {@code ARRIVAL}: only the address is known.
		 */
		ARRIVAL,

		/**
		 * Gate {@code ACCESS}: the proof of who asks. Asked again at {@code INVOCATION}.
		 */
		PROOF,

		/**
		 * Gate {@code ACCESS}: how often this subject may ask.
		 */
		PACE,

		/**
		 * Gate {@code ACCESS}: what the endpoint demands; grants. Asked again at
		 * {@code INVOCATION}.
		 */
		RULES,

		/**
		 * Gate {@code ACCESS}: how suspicious the request looks.
		 */
		SURROUNDINGS

	}

}
