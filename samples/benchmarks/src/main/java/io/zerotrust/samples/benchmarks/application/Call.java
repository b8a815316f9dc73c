package io.zerotrust.samples.benchmarks.application;

/**
 * A request to the one endpoint.
 *
 * @param token the bearer token
 * @param address the address of the caller
 */
public record Call(String token, String address) {

}
