package io.zerotrust.spring.web;

/**
 * Where the address of the caller is read from.
 *
 * @since 0.1.0
 */
public enum ClientAddressSource {

	/**
	 * The other end of the connection. No header counts.
	 */
	PEER,

	/**
	 * The {@code X-Forwarded-For} header, as far as trusted proxies vouch for it.
	 */
	X_FORWARDED_FOR,

	/**
	 * The {@code Forwarded} header (RFC 7239), as far as trusted proxies vouch for it.
	 */
	FORWARDED,

	/**
	 * Whatever the container, or the framework's filter, makes of the request.
	 */
	CONTAINER;

	/**
	 * Whether a header is read, so that trusted proxies must be known.
	 * @return {@code true} for the two headers
	 */
	public boolean isHeader() {
		return this == X_FORWARDED_FOR || this == FORWARDED;
	}

}
