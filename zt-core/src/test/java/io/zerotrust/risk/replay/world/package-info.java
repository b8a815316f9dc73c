/**
 * Makes traffic up: people, services and attacks, the same ones for the same seed.
 */
@NullMarked
package io.zerotrust.risk.replay.world;

import org.jspecify.annotations.NullMarked;
