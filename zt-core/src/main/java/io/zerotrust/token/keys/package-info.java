/**
 * The keys issuers publish: fetched with care, kept as long as may be, never waited for
 * longer than allowed (RFC 7517, RFC 8725).
 */
@NullMarked
package io.zerotrust.token.keys;

import org.jspecify.annotations.NullMarked;
