/**
 * Starts applications side by side.
 */
@NullMarked
package io.zerotrust.samples.launch;

import org.jspecify.annotations.NullMarked;
