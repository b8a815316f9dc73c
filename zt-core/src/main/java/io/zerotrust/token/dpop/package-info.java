/**
 * Proofs that the caller of a request holds the key its token is bound to (RFC 9449).
 */
@NullMarked
package io.zerotrust.token.dpop;

import org.jspecify.annotations.NullMarked;
