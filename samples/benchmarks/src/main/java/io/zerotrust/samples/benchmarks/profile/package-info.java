/**
 * Tells where the time and the bytes of a workload go, by samples of the Flight Recorder.
 */
@NullMarked
package io.zerotrust.samples.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
