/**
 * Tokens that end before their time: what is revoked, who remembers it, and the check
 * that holds it against every request.
 */
@NullMarked
package io.zerotrust.token.revocation;

import org.jspecify.annotations.NullMarked;
