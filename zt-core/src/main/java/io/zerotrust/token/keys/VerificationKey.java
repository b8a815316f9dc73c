package io.zerotrust.token.keys;

import java.security.PublicKey;

import org.jspecify.annotations.Nullable;

/**
 * A key an issuer signs with.
 *
 * @param id its {@code kid}, or {@code null} if it has none
 * @param algorithm the algorithm it is for, or {@code null} if the issuer does not say
 * @param key the key
 * @since 0.1.0
 */
public record VerificationKey(@Nullable String id, @Nullable String algorithm, PublicKey key) {

}
