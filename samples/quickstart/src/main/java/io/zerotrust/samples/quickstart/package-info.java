/**
 * Starts an API under zt, its issuer and the same API without zt, and tours them.
 */
@NullMarked
package io.zerotrust.samples.quickstart;

import org.jspecify.annotations.NullMarked;
