/**
 * Where keys come from: documents of issuers, fetched within bounds, read with suspicion
 * and kept as long as may be (RFC 7517, RFC 8414, OpenID Connect Discovery 1.0).
 */
@NullMarked
package io.zerotrust.token.keys.remote;

import org.jspecify.annotations.NullMarked;
