package io.zerotrust.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * What this service is to its callers.
 *
 * @param identifier The URL callers know this service by, https://api.example.com for
 * example (RFC 9728, section 1.2). Proofs must be made for URLs below it; without it, for
 * whatever host a request names.
 */
record ResourceProperties(@Nullable String identifier) {

}
