package io.zerotrust.risk.learned;

/**
 * An object that a request is about.
 *
 * @param hash a keyed hash of type and identifier
 * @param type a hash of the type
 * @param number the identifier, if it is a number; else negative
 */
record Touch(long hash, int type, long number) {

	static final Touch[] NONE = {};

}
