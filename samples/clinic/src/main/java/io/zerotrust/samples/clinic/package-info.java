/**
 * An application that was there before zt.
 */
@NullMarked
package io.zerotrust.samples.clinic;

import org.jspecify.annotations.NullMarked;
