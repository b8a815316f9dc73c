package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.token.Binding.Demand;

/**
 * Tokens that are bound to the client certificate of the connection (RFC 8705).
 *
 * @param mode Whether tokens may be bound so or must be.
 * @param source Where the certificate is read from: connection, TLS that ends in this
 * process; client-cert, that header (RFC 9440) as far as it comes from one of
 * zt.client-address.trusted-proxies.
 */
record MtlsProperties(@DefaultValue("accepted") Demand mode, @DefaultValue("connection") Source source) {

	/**
	 * Where the certificate is read from.
	 */
	enum Source {

		/**
		 * From TLS that ends in this process.
		 */
		CONNECTION,

		/**
		 * From the header a trusted proxy sets.
		 */
		CLIENT_CERT

	}

}
