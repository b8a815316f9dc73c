/**
 * Lets an application under test trust the issuer in memory.
 */
@NullMarked
package io.zerotrust.spring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
