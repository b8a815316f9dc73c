/**
 * The rules of an endpoint: annotations, how they combine, and the check that holds a
 * request against them.
 */
@NullMarked
package io.zerotrust.policy;

import org.jspecify.annotations.NullMarked;
