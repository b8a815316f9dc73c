package io.zerotrust.archfixture.policy;

import io.github.bucket4j.Bucket;

/**
 * Wrong outside of the room of rate limits: counts.
 */
public final class CountsByItself {

	private CountsByItself() {
	}

	static boolean isFast(Bucket bucket) {
		return !bucket.tryConsume(1);
	}

}
