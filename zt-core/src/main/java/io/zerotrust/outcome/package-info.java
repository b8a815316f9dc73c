/**
 * What came of a request after it was decided: told to whoever learns from it.
 */
@NullMarked
package io.zerotrust.outcome;

import org.jspecify.annotations.NullMarked;
