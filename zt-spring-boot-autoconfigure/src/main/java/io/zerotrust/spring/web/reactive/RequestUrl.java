package io.zerotrust.spring.web.reactive;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.web.ServiceUrl;

/**
 * Tells the URL by which the caller knows what it asks for.
 */
final class RequestUrl {

	private final @Nullable URI identifier;

	private final RequestAddress address;

	RequestUrl(@Nullable URI identifier, RequestAddress address) {
		this.identifier = identifier;
		this.address = address;
	}

	/**
	 * Return the URL, without query, its path as it came.
	 */
	String of(ServerWebExchange exchange) {
		return of(exchange, this.address.received(exchange).getPath().value());
	}

	/**
	 * Return the URL of another path of the application.
	 * @param path the path, context path included
	 */
	String of(ServerWebExchange exchange, String path) {
		if (this.identifier != null) {
			return ServiceUrl.of(this.identifier, path);
		}
		ServerHttpRequest received = this.address.received(exchange);
		URI uri = received.getURI();
		String scheme = (uri.getScheme() != null) ? uri.getScheme() : "http";
		int usual = scheme.equalsIgnoreCase("https") ? 443 : 80;
		// an authority that is no host name is taken as it is
		String host = (uri.getHost() != null) ? uri.getHost() : String.valueOf(uri.getRawAuthority());
		return ServiceUrl.of(this.address.forwardedUrl(exchange), scheme, host,
				(uri.getPort() > 0) ? uri.getPort() : usual, path);
	}

}
