/**
 * Databases of addresses, written and read.
 */
@NullMarked
package io.zerotrust.spring.origin;

import org.jspecify.annotations.NullMarked;
