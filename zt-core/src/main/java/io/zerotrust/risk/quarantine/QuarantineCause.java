package io.zerotrust.risk.quarantine;

import java.util.Locale;

/**
 * What led to a quarantine, the weightiest last.
 *
 * @since 0.1.0
 */
public enum QuarantineCause {

	/**
	 * A user went on and did not step up. Who steps up after all is let out.
	 */
	IGNORED_CHALLENGES,

	/**
	 * Risk refused what was done. A step-up does not help: who does what is not his to do
	 * may well be who he says.
	 */
	RISK,

	/**
	 * An operator said so.
	 */
	OPERATOR;

	/**
	 * Return the name as it is written.
	 * @return the name in lower case, with hyphens
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
