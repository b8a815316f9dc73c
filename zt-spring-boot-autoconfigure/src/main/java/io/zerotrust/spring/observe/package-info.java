/**
 * Metrics: what was decided, how long it took, and how risky it looked.
 */
@NullMarked
package io.zerotrust.spring.observe;

import org.jspecify.annotations.NullMarked;
