package io.zerotrust.spring.origin;

/**
 * What a database tells of addresses.
 *
 * @since 0.1.0
 */
public enum DatabaseKind {

	/**
	 * The autonomous system.
	 */
	ASN,

	/**
	 * Country and, if it has them, coordinates.
	 */
	LOCATION

}
