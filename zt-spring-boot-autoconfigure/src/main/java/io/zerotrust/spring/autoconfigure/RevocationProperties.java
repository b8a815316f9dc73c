package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens that end before their time.
 *
 * @param capacity How many revocations are held at most. None is dropped to make room: a
 * further one is refused.
 */
record RevocationProperties(@DefaultValue("100000") int capacity) {

}
