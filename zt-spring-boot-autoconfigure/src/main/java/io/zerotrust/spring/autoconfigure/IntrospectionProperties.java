package io.zerotrust.spring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How issuers are asked about opaque tokens (RFC 7662).
 *
 * @param timeout How long an answer may take, from connecting to the last byte; from 1ms
 * to 30s.
 * @param cache How long an active token is believed without asking again, never beyond
 * its end; from 0s, which asks each time, to 10m. A token that is revoked at the issuer
 * passes as long.
 * @param negativeCache How long a token that is not active is refused without asking;
 * from 0s, which asks each time, to 10m.
 * @param cacheSize How many answers of each kind are kept at most, from 1 to 1000000.
 * @param maxWaiting How many requests wait for the issuer at the same time, from 1 to
 * 100000. Further ones are refused as if it were away, so that invented tokens and a slow
 * issuer do not hold every thread.
 */
record IntrospectionProperties(@DefaultValue("3s") Duration timeout, @DefaultValue("30s") Duration cache,
		@DefaultValue("30s") Duration negativeCache, @DefaultValue("10000") int cacheSize,
		@DefaultValue("100") int maxWaiting) {

}
