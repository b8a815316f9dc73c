/**
 * The applications that are compared, and what is sent to them.
 */
@NullMarked
package io.zerotrust.samples.benchmarks.application;

import org.jspecify.annotations.NullMarked;
