package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.token.Binding.Demand;

/**
 * Tokens that are bound to a key of the caller, which signs a proof for each request (RFC
 * 9449).
 *
 * @param mode Whether tokens may be bound so or must be; what an issuer says of its own
 * comes first.
 * @param proofLifetime How long after its iat a proof does, from 1s to 5m.
 * @param algorithms Algorithms of proofs, asymmetric ones alone.
 * @param nonce Whether proofs must have a nonce of this service (RFC 9449, section 9).
 * @param nonceSecret Secret that nonces are made with, at least 32 characters, the same
 * on all instances of the service; not set, each instance makes up its own.
 * @param replayCapacity How many used proofs are remembered at most, from 1000 to
 * 50000000; one key may use a twentieth. Each takes about 75 bytes.
 */
record DpopProperties(@DefaultValue("accepted") Demand mode, @DefaultValue("60s") Duration proofLifetime,
		@DefaultValue( {
				"ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "EdDSA",
				"Ed25519" }) List<String> algorithms,
		@DefaultValue("false") boolean nonce, @Nullable String nonceSecret,
		@DefaultValue("1000000") int replayCapacity){

	@Override
	public String toString() {
		return "DpopProperties[" + this.mode + "]";
	}

}
