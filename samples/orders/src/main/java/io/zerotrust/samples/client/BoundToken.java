package io.zerotrust.samples.client;

import java.net.URI;

/**
 * A token the issuer has bound to the key of a client, and what that client sends with
 * it.
 *
 * @param token the token
 * @param prover the client
 * @param api the address of the API
 */
public record BoundToken(String token, Prover prover, URI api) {

	/**
	 * Return a call with the token and a proof for it.
	 */
	public Call with(Call call) {
		return with(call, call.path());
	}

	/**
	 * Return a call with the token and a proof for another path.
	 */
	public Call with(Call call, String path) {
		return call.header("Authorization", "DPoP " + this.token)
			.header("DPoP", this.prover.prove(call.method(), URI.create(this.api + path), this.token));
	}

	@Override
	public String toString() {
		return "BoundToken";
	}

}
