/**
 * Judges what the check said about traffic of which it is known what it was.
 */
@NullMarked
package io.zerotrust.risk.replay.judge;

import org.jspecify.annotations.NullMarked;
