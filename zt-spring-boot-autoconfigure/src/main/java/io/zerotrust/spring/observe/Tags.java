package io.zerotrust.spring.observe;

import java.util.Locale;

/**
 * How constants are written in tags.
 */
final class Tags {

	private Tags() {
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
