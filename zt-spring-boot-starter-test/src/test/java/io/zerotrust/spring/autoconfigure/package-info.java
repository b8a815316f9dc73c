/**
 * What the journeys need to see of the wiring.
 */
@NullMarked
package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
