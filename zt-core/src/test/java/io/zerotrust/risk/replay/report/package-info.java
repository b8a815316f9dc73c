/**
 * Writes down what was measured.
 */
@NullMarked
package io.zerotrust.risk.replay.report;

import org.jspecify.annotations.NullMarked;
