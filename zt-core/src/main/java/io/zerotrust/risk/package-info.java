/**
 * How suspicious a request looks: signals, the engine that sums them up, and the check
 * that acts on the score.
 */
@NullMarked
package io.zerotrust.risk;

import org.jspecify.annotations.NullMarked;
