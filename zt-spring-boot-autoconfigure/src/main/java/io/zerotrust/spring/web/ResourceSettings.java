package io.zerotrust.spring.web;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an operator says about this service as its callers see it.
 *
 * @param identifier the URL callers know the service by, without a slash at its end, or
 * {@code null} if nobody says (RFC 9728, section 1.2)
 * @param issuers whose tokens are accepted
 * @param dpop whether tokens may be bound to a key that signs proofs
 * @param dpopRequired whether they must be
 * @param proofAlgorithms the algorithms of proofs
 * @param mtls whether tokens may be bound to a client certificate that can be seen here
 * @param certificateFromProxy whether a trusted proxy tells the client certificate
 * @since 0.1.0
 */
public record ResourceSettings(@Nullable URI identifier, List<String> issuers, boolean dpop, boolean dpopRequired,
		List<String> proofAlgorithms, boolean mtls, boolean certificateFromProxy) {

	public ResourceSettings {
		issuers = List.copyOf(issuers);
		proofAlgorithms = List.copyOf(proofAlgorithms);
	}

}
