package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.token.Binding.Demand;
import io.zerotrust.token.Provider;

/**
 * An issuer of tokens. What is not set is as for all issuers under zt.token.
 *
 * @param issuer Exact value of iss.
 * @param audiences Names this service goes by in its tokens.
 * @param jwkSetUri Where its keys are; not set, its metadata says so.
 * @param jwsAlgorithms Algorithms it signs with; not set, all asymmetric ones.
 * @param requireType Whether only tokens typed at+jwt are accepted.
 * @param provider Kind of identity provider, which says where its tokens have what.
 * @param claims Where its tokens have what, over the preset of the provider.
 * @param clockSkew How far its clock may be off, from 0s to 60s.
 * @param maxLifetime Longest accepted time from iat to exp of its tokens.
 * @param dpop Whether its tokens may or must be bound to a key of the caller.
 * @param mtls Whether its tokens may or must be bound to the client certificate.
 * @param introspection How it is asked about tokens instead of verifying them here.
 */
record IssuerProperties(String issuer, @DefaultValue List<String> audiences, @Nullable String jwkSetUri,
		@DefaultValue List<String> jwsAlgorithms, @Nullable Boolean requireType, @Nullable Provider provider,
		@DefaultValue @NestedConfigurationProperty ZtProperties.Claims claims, @Nullable Duration clockSkew,
		@Nullable Duration maxLifetime, @Nullable Demand dpop, @Nullable Demand mtls,
		@Nullable Introspection introspection) {

	/**
	 * How an issuer is asked about tokens (RFC 7662).
	 *
	 * @param uri Where it is asked.
	 * @param clientId Name of this service at the issuer.
	 * @param clientSecret Secret of this service at the issuer.
	 * @param signed Whether the answer must be a JWT signed by the issuer (RFC 9701).
	 */
	record Introspection(String uri, String clientId, String clientSecret, @DefaultValue("false") boolean signed) {

		@Override
		public String toString() {
			return "Introspection[" + this.uri + ", " + this.clientId + "]";
		}

	}

}
