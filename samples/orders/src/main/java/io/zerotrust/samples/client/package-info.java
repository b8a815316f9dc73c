/**
 * Clients of the orders API, good and hostile ones.
 */
@NullMarked
package io.zerotrust.samples.client;

import org.jspecify.annotations.NullMarked;
