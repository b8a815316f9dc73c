package io.zerotrust.spring.autoconfigure;

import java.util.List;

import io.zerotrust.check.LocalCheck;

/**
 * The checks of one topic at the {@code ACCESS} gate, in the order they run.
 *
 * @param checks the checks
 */
record AccessChecks(List<? extends LocalCheck> checks) {

	AccessChecks {
		checks = List.copyOf(checks);
	}

}
