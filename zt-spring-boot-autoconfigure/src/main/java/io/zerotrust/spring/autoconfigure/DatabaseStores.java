package io.zerotrust.spring.autoconfigure;

import io.zerotrust.risk.baseline.BaselineStore;

/**
 * Makes a store in the database. It is there where there is a single candidate for the
 * database and what talks to it.
 */
interface DatabaseStores {

	BaselineStore store(String name, BaselineSettings settings);

}
