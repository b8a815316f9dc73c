package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the keys of issuers are fetched and kept.
 *
 * @param refresh Age at which keys are fetched anew, ahead of need.
 * @param coolDown Time between two fetches from one issuer, whatever tokens name.
 * @param staleLimit How long keys do after the issuer was last heard of.
 * @param timeout How long one fetch may take, from connecting to the last byte.
 * @param maxSize Largest document that is read.
 * @param allowedHosts Hosts other than the issuer's that keys may come from. Metadata
 * that points elsewhere is not followed.
 * @param sslBundle Name of the SSL bundle to connect with; the JDK's trust if not set.
 */
record KeyProperties(@DefaultValue("5m") Duration refresh, @DefaultValue("30s") Duration coolDown,
		@DefaultValue("1h") Duration staleLimit, @DefaultValue("3s") Duration timeout,
		@DefaultValue("256KB") DataSize maxSize, @DefaultValue List<String> allowedHosts, @Nullable String sslBundle) {

}
