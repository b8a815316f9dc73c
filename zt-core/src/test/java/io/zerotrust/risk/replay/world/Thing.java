package io.zerotrust.risk.replay.world;

import java.util.Locale;

/**
 * The types of objects.
 */
enum Thing {

	ORDER, INVOICE, DOCUMENT, TICKET, ACCOUNT,

	/**
	 * Nobody's, and to be read by everybody.
	 */
	PRODUCT;

	private final String word = name().toLowerCase(Locale.ROOT);

	String word() {
		return this.word;
	}

}
