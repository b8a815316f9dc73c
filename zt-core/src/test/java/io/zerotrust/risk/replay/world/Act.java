package io.zerotrust.risk.replay.world;

/**
 * What an endpoint is for.
 */
enum Act {

	LIST(4, 6_000), READ(6, 1_800), SEARCH(4, 9_000), CREATE(1.2, 600), UPDATE(0.9, 700), DELETE(0.2, 100),
	DOWNLOAD(0.9, 90_000), EXPORT(0.1, 400_000), PLAIN(2, 900),

	/**
	 * For administrators alone.
	 */
	ADMINISTER(2, 1_200),

	/**
	 * For services alone.
	 */
	INTERNAL(2, 2_500);

	private final double popularity;

	private final int bytes;

	Act(double popularity, int bytes) {
		this.popularity = popularity;
		this.bytes = bytes;
	}

	/**
	 * Return how popular such endpoints are.
	 */
	double popularity() {
		return this.popularity;
	}

	/**
	 * Return how long the answers usually are.
	 */
	int bytes() {
		return this.bytes;
	}

}
