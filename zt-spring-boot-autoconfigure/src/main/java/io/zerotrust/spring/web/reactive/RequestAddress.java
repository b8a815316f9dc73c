package io.zerotrust.spring.web.reactive;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.web.ClientAddressSource;
import io.zerotrust.spring.web.ClientAddresses;
import io.zerotrust.spring.web.ForwardedUrl;

/**
 * Tells the address of a request. Unless the operator trusts what others make of it, it
 * is read from the request as the server got it: a transformer in between takes headers
 * away and puts an address of the caller's choice in their place.
 */
final class RequestAddress {

	private final ClientAddresses addresses;

	RequestAddress(ClientAddresses addresses) {
		this.addresses = addresses;
	}

	@Nullable InetAddress of(ServerWebExchange exchange) {
		ServerHttpRequest asked = received(exchange);
		return this.addresses.of(peer(asked), (name) -> lines(asked, name));
	}

	/**
	 * Return the request as far as the operator trusts what was made of it.
	 */
	ServerHttpRequest received(ServerWebExchange exchange) {
		return (this.addresses.source() == ClientAddressSource.CONTAINER) ? exchange.getRequest()
				: Received.request(exchange);
	}

	/**
	 * Return what a trusted proxy says about the URL it was asked for.
	 * @return scheme, host and prefix, or {@code null} if nobody trusted says so
	 */
	@Nullable ForwardedUrl forwardedUrl(ServerWebExchange exchange) {
		ServerHttpRequest received = Received.request(exchange);
		return this.addresses.isTrustedProxy(peer(received)) ? ForwardedUrl
			.read(this.addresses.source() == ClientAddressSource.FORWARDED, (name) -> lines(received, name)) : null;
	}

	/**
	 * Return the lines of a header that a trusted proxy sent.
	 * @return the lines; empty if somebody else sent them
	 */
	List<String> proxyLines(ServerWebExchange exchange, String name) {
		ServerHttpRequest received = Received.request(exchange);
		return this.addresses.isTrustedProxy(peer(received)) ? lines(received, name) : List.of();
	}

	private static @Nullable String peer(ServerHttpRequest request) {
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote == null || remote.getAddress() == null) ? null : remote.getAddress().getHostAddress();
	}

	private static List<String> lines(ServerHttpRequest request, String name) {
		return request.getHeaders().getOrEmpty(name);
	}

}
