package io.zerotrust.samples.quickstart.orders;

/**
 * Whom the API takes the caller for.
 *
 * @param name the subject of the token
 */
public record Caller(String name) {

}
