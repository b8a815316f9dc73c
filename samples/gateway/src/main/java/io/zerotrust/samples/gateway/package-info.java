/**
 * A gateway in front of the orders API. Both decide on every request.
 */
@NullMarked
package io.zerotrust.samples.gateway;

import org.jspecify.annotations.NullMarked;
