/**
 * A harness that sends whole requests through several applications turn by turn.
 */
@NullMarked
package io.zerotrust.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
