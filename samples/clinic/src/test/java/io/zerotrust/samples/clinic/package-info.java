/**
 * The clinic's own tests, each a contract that more than one configuration can keep.
 */
@NullMarked
package io.zerotrust.samples.clinic;

import org.jspecify.annotations.NullMarked;
