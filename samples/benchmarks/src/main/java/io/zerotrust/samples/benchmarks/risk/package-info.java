/**
 * Learned risk with many principals: what a request costs, what a principal takes up, and
 * who is still known after a flood of invented ones.
 */
@NullMarked
package io.zerotrust.samples.benchmarks.risk;

import org.jspecify.annotations.NullMarked;
