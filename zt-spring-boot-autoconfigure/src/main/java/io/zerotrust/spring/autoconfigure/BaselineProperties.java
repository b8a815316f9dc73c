package io.zerotrust.spring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where what is learned about principals survives a restart. Without a file, a name in
 * the database or a bean of type BaselineStore it ends with the process.
 *
 * @param file Path of a file for what is learned. Its directory has to exist.
 * @param jdbc Where in the database what is learned is kept.
 * @param saveEvery How often what is learned is saved, from 1s to 1d. It is saved at the
 * end too.
 * @param timeout How long the start waits for what is stored, and the end until it is
 * saved, from 100ms to 5m.
 * @param maxSize How long a snapshot may be, from 1MB to 1GB. A principal takes up to
 * 1KB.
 */
record BaselineProperties(@Nullable String file, @DefaultValue Jdbc jdbc, @DefaultValue("5m") Duration saveEvery,
		@DefaultValue("10s") Duration timeout, @DefaultValue("256MB") DataSize maxSize) {

	/**
	 * Where in the database what is learned is kept.
	 *
	 * @param name Name of the application in the table zt_baselines; set, it says to keep
	 * what is learned in the database.
	 * @param initializeSchema Whether the table is created unless it is there.
	 */
	record Jdbc(@Nullable String name, @DefaultValue("embedded") SchemaCreation initializeSchema) {

	}

	/**
	 * Whether the table is created.
	 */
	enum SchemaCreation {

		/**
		 * It is, unless it is there.
		 */
		ALWAYS,

		/**
		 * Only in a database that lives in this process.
		 */
		EMBEDDED,

		/**
		 * Somebody else does.
		 */
		NEVER

	}

}
