package io.zerotrust.risk.quarantine;

import java.util.Locale;

/**
 * How much a quarantine covers. Risk imposes the narrowest alone; the wider ones are for
 * operators, since they shut out the owner of a token with the thief.
 *
 * @since 0.1.0
 */
public enum QuarantineScope {

	/**
	 * Everything of a subject.
	 */
	SUBJECT,

	/**
	 * What a subject does by one client.
	 */
	CLIENT,

	/**
	 * One session of a subject, wherever it is used and by whatever client.
	 */
	SESSION,

	/**
	 * One session of a subject by one client, in one network and with one device.
	 */
	CONTEXT;

	/**
	 * Return the name as it is written.
	 * @return the name in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
