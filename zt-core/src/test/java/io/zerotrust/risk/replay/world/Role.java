package io.zerotrust.risk.replay.world;

import java.util.Locale;

/**
 * What somebody is, as his token says.
 */
enum Role {

	CUSTOMER, STAFF, SUPPORT, ADMIN, SERVICE;

	private final String word = name().toLowerCase(Locale.ROOT);

	String word() {
		return this.word;
	}

}
