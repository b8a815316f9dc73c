/**
 * How often: limits, and the buckets callers are counted in.
 */
@NullMarked
package io.zerotrust.ratelimit;

import org.jspecify.annotations.NullMarked;
