/**
 * Sends good and hostile requests to both APIs and prints what came back.
 */
@NullMarked
package io.zerotrust.samples.quickstart.tour;

import org.jspecify.annotations.NullMarked;
