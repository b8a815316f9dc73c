package io.zerotrust.policy;

/**
 * Two rules that cannot hold together, or one that cannot hold at all. Never leaves the
 * compiler.
 */
@SuppressWarnings("serial")
final class RuleConflict extends RuntimeException {

	RuleConflict(String message) {
		super(message, null, false, false);
	}

}
