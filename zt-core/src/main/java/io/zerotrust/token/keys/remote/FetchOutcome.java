package io.zerotrust.token.keys.remote;

/**
 * What came of an attempt to fetch keys.
 *
 * @since 0.1.0
 */
public enum FetchOutcome {

	/**
	 * The issuer published keys that do.
	 */
	FETCHED,

	/**
	 * No connection, no TLS, or one that broke.
	 */
	UNREACHABLE,

	/**
	 * The last byte did not come in time.
	 */
	TIMED_OUT,

	/**
	 * A location that may not be asked.
	 */
	LOCATION,

	/**
	 * An answer that is no such document: its status, type, size or text.
	 */
	ANSWER,

	/**
	 * Metadata of another issuer, or without a location of keys.
	 */
	METADATA,

	/**
	 * A key set in which no key does.
	 */
	KEYS

}
