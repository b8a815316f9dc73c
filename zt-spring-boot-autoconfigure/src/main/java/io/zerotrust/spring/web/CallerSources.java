package io.zerotrust.spring.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Origin;
import io.zerotrust.risk.OriginSource;

/**
 * Where it is read from what surrounds a caller, beside his address.
 *
 * @param devices tells the device
 * @param proxies what trusted proxies tell
 * @param origins tells where an address lies
 * @since 0.1.0
 */
public record CallerSources(DeviceSource devices, ProxyWitness proxies, OriginSource origins) {

	/**
	 * Tell where an address lies.
	 * @param client the address, or {@code null} if it cannot be told
	 * @return where it lies; unknown if nobody knows
	 */
	public Origin origin(@Nullable InetAddress client) {
		return (client != null) ? this.origins.of(client) : Origin.unknown();
	}

}
