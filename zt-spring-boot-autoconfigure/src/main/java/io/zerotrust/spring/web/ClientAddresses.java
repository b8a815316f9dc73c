package io.zerotrust.spring.web;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.Network;

/**
 * Tells the address of the caller behind proxies. Of a header only that counts which a
 * trusted proxy has written: it is read from the right, and the first address that is not
 * trusted is the caller's.
 *
 * @since 0.1.0
 */
public final class ClientAddresses {

	private static final int MOST_HOPS = 32;

	private final ClientAddressSource source;

	private final List<Network> trustedProxies;

	/**
	 * Read addresses from a source.
	 * @param source where the address is read from
	 * @param trustedProxies the networks of proxies whose header counts; where they are
	 * empty none does
	 */
	public ClientAddresses(ClientAddressSource source, List<Network> trustedProxies) {
		this.source = source;
		this.trustedProxies = List.copyOf(trustedProxies);
	}

	/**
	 * Return where the address is read from. Unless it is the container, the adapter
	 * hands in the connection's own peer and headers.
	 * @return the source
	 */
	public ClientAddressSource source() {
		return this.source;
	}

	/**
	 * Tell the address of a caller. An entry that is no address ends the way through the
	 * header; names are never looked up.
	 * @param peer the address of the connection's other end
	 * @param headers returns the lines of a header by its name, in order; asked only if
	 * the peer is a trusted proxy
	 * @return the last address that somebody trusted vouches for, or {@code null} if the
	 * peer itself is no address
	 */
	public @Nullable InetAddress of(@Nullable String peer, Function<String, List<String>> headers) {
		InetAddress reached = ClientAddress.of(peer);
		if (reached == null || !this.source.isHeader() || !isTrusted(reached)) {
			return reached;
		}
		boolean standard = this.source == ClientAddressSource.FORWARDED;
		List<String> lines = headers.apply(standard ? "Forwarded" : "X-Forwarded-For");
		int hops = 0;
		for (int i = lines.size() - 1; i >= 0; i--) {
			String line = lines.get(i);
			for (int end = line.length(); end >= 0;) {
				int start = standard ? ForwardedElement.start(line, end) : line.lastIndexOf(',', end - 1) + 1;
				InetAddress next = (hops++ < MOST_HOPS) ? entry(standard, line.substring(start, end)) : null;
				if (next == null) {
					return reached;
				}
				reached = next;
				if (!isTrusted(reached)) {
					return reached;
				}
				end = start - 1;
			}
		}
		return reached;
	}

	/**
	 * Whether the other end of a connection is a proxy whose headers count.
	 * @param peer the address of the connection's other end
	 * @return {@code true} if it is a trusted proxy, and headers are read at all
	 */
	public boolean isTrustedProxy(@Nullable String peer) {
		InetAddress address = this.source.isHeader() ? ClientAddress.of(peer) : null;
		return address != null && isTrusted(address);
	}

	private static @Nullable InetAddress entry(boolean standard, String text) {
		return standard ? new ForwardedElement(text).node() : ForwardedNode.ofEntry(text);
	}

	private boolean isTrusted(InetAddress address) {
		for (Network network : this.trustedProxies) {
			if (network.contains(address)) {
				return true;
			}
		}
		return false;
	}

}
