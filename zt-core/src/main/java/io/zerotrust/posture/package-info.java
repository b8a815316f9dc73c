/**
 * How good the protection is: which endpoints exist, what rules them, and what
 * enforcement would refuse.
 */
@NullMarked
package io.zerotrust.posture;

import org.jspecify.annotations.NullMarked;
