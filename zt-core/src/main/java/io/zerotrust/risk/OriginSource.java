package io.zerotrust.risk;

import java.net.InetAddress;

import io.zerotrust.access.Origin;

/**
 * Tells where in the Internet an address lies. Asked with every request, on its thread:
 * it answers from memory and waits for nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OriginSource {

	/**
	 * Look an address up.
	 * @param address the address of a caller
	 * @return where it lies; unknown if nobody knows
	 */
	Origin of(InetAddress address);

	/**
	 * Return the source that knows nothing.
	 * @return no source
	 */
	static OriginSource none() {
		return (address) -> Origin.unknown();
	}

}
