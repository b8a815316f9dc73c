/**
 * Parts of zt by themselves, measured with JMH.
 */
@NullMarked
package io.zerotrust.samples.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
