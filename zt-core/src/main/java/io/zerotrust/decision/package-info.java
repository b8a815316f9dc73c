/**
 * The answer a gate gets.
 */
@NullMarked
package io.zerotrust.decision;

import org.jspecify.annotations.NullMarked;
