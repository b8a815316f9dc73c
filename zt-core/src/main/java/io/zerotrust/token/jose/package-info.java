/**
 * Reading and verifying what is signed (RFC 7515, RFC 7519), strictly, before and beside
 * any decoder. The only place, with its neighbours in this room, that knows Nimbus.
 */
@NullMarked
package io.zerotrust.token.jose;

import org.jspecify.annotations.NullMarked;
