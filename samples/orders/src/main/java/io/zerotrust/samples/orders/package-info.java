/**
 * The example to copy: an orders API whose every endpoint says who may call it.
 */
@NullMarked
package io.zerotrust.samples.orders;

import org.jspecify.annotations.NullMarked;
