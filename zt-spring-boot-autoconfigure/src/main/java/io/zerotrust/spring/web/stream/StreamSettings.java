package io.zerotrust.spring.web.stream;

import java.time.Duration;
import java.util.function.Function;

import io.zerotrust.check.Mode;

/**
 * What an operator says about responses that stay open.
 *
 * @param mode whether they are closed, or only counted
 * @param verifyEvery after how long it is asked again whether the caller may
 * @param clockSkew how far the clock of an issuer may be off, by {@code iss}
 * @since 0.1.0
 */
public record StreamSettings(Mode mode, Duration verifyEvery, Function<String, Duration> clockSkew) {

}
