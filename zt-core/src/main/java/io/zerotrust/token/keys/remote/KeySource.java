package io.zerotrust.token.keys.remote;

import org.jspecify.annotations.Nullable;

/**
 * An issuer whose keys are fetched.
 *
 * @param issuer the exact value of {@code iss}
 * @param jwkSetUri where its keys are, or {@code null} if its metadata says so
 * @since 0.1.0
 */
public record KeySource(String issuer, @Nullable String jwkSetUri) {

}
