/**
 * Writes the reference documents from the code and holds them against it.
 */
@NullMarked
package io.zerotrust.spring.reference;

import org.jspecify.annotations.NullMarked;
