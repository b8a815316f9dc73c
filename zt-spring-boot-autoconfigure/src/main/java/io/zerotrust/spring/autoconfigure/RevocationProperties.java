package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens that end before their time.
 *
 * @param capacity How many revocations are held at most, from 1 to 10000000. None is
 * dropped to make room: a further one is refused.
 */
record RevocationProperties(@DefaultValue("100000") int capacity) {

	private static final int MOST = 10_000_000;

	int verifiedCapacity() {
		if (this.capacity < 1 || this.capacity > MOST) {
			String key = "zt.token.revocation.capacity";
			throw new MisconfigurationException(key + " is " + this.capacity + ".",
					"Set " + key + " to a number from 1 to " + MOST + ".");
		}
		return this.capacity;
	}

}
