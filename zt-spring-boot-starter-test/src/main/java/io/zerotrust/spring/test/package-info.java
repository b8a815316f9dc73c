/**
 * The test kit of zt: an issuer in memory, good and bad tokens, and the way to send them
 * through MockMvc or a real HTTP client.
 */
@NullMarked
package io.zerotrust.spring.test;

import org.jspecify.annotations.NullMarked;
