package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for tokens.
 *
 * @param maxLifetime Longest accepted time from iat to exp of a token; positive; 1h
 * unless the provider needs more (entra: 95m).
 * @param clockSkew How far the clock of the issuer may be off, from 0s to 60s.
 * @param issuer Issuer of tokens that are not verified by Spring Boot's JWT properties,
 * opaque ones for example.
 * @param audiences Names of this service in such tokens.
 * @param requireType Whether only tokens typed at+jwt are accepted (RFC 9068, section 4),
 * with all that its section 2.2 demands.
 * @param insecureIssuer Whether keys may come from an issuer without TLS that is not on
 * this host. Whoever stands between can then make tokens; for development.
 * @param maxLength Longest token that is looked at, in characters.
 * @param cache What is kept of verified tokens.
 * @param keys How the keys of issuers are fetched and kept.
 * @param introspection How issuers are asked about opaque tokens.
 * @param dpop Tokens that are bound to a key of the caller (RFC 9449).
 * @param mtls Tokens that are bound to the client certificate (RFC 8705).
 * @param revocation Tokens that end before their time.
 */
record TokenProperties(@Nullable Duration maxLifetime, @DefaultValue("60s") Duration clockSkew, @Nullable String issuer,
		@DefaultValue List<String> audiences, @DefaultValue("false") boolean requireType,
		@DefaultValue("false") boolean insecureIssuer, @DefaultValue("8192") int maxLength,
		@DefaultValue @NestedConfigurationProperty TokenCacheProperties cache,
		@DefaultValue @NestedConfigurationProperty KeyProperties keys,
		@DefaultValue @NestedConfigurationProperty IntrospectionProperties introspection,
		@DefaultValue @NestedConfigurationProperty DpopProperties dpop,
		@DefaultValue @NestedConfigurationProperty MtlsProperties mtls,
		@DefaultValue @NestedConfigurationProperty RevocationProperties revocation) {

}
