package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the keys of issuers are fetched and kept.
 *
 * @param refresh Age at which keys are fetched anew, ahead of need; not beyond the stale
 * limit.
 * @param coolDown Time between two attempts at one issuer, whatever tokens name; from 1s.
 * @param staleLimit How long keys do after the issuer last confirmed them, up to 7d. A
 * key that the issuer withdraws while it cannot be reached verifies tokens for so long.
 * @param timeout How long one attempt may take, metadata included, from connecting to the
 * last byte; from 100ms to 30s. No request waits longer.
 * @param maxSize Largest document that is read, from 1KB to 10MB.
 * @param allowedHosts Hosts other than the issuer's that keys may come from, as host or
 * host:port. Metadata that points elsewhere is not followed.
 * @param sslBundle Name of the SSL bundle to connect with; the JDK's trust if not set.
 */
record KeyProperties(@DefaultValue("5m") Duration refresh, @DefaultValue("30s") Duration coolDown,
		@DefaultValue("1h") Duration staleLimit, @DefaultValue("3s") Duration timeout,
		@DefaultValue("256KB") DataSize maxSize, @DefaultValue List<String> allowedHosts, @Nullable String sslBundle) {

}
