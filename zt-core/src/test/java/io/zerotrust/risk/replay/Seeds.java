package io.zerotrust.risk.replay;

import java.util.List;

/**
 * Which worlds the model was tuned on, and which it is judged by.
 */
final class Seeds {

	/**
	 * The model may be looked at on these, on the base world.
	 */
	static final List<Long> TUNE = List.of(2L, 11L);

	/**
	 * It is judged by these, and nobody looks before.
	 */
	static final List<Long> REPORT = List.of(101L, 202L, 303L);

	/**
	 * The small world of every build.
	 */
	static final long SMALL = 7;

	private Seeds() {
	}

}
