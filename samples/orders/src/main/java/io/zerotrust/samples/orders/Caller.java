package io.zerotrust.samples.orders;

/**
 * Whom the API takes the caller for.
 *
 * @param name the subject of the token
 */
public record Caller(String name) {

}
