package io.zerotrust.samples.benchmarks.application;

/**
 * A request to the one endpoint.
 *
 * @param token the access token
 * @param address the address of the caller
 * @param proof the proof that the caller holds the key of the token (RFC 9449); empty for
 * a bearer token
 */
public record Call(String token, String address, String proof) {

	/**
	 * Create a request with a bearer token.
	 * @param token the access token
	 * @param address the address of the caller
	 */
	public Call(String token, String address) {
		this(token, address, "");
	}

}
