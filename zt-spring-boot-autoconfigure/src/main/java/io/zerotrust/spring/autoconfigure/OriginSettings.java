package io.zerotrust.spring.autoconfigure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.OriginSource;
import io.zerotrust.spring.origin.AddressDatabases;
import io.zerotrust.spring.origin.DatabaseKind;
import io.zerotrust.spring.origin.UnreadableDatabaseException;

/**
 * Reads where addresses lie, and what is known about networks.
 */
final class OriginSettings {

	static final String ASN = "zt.risk.origin.asn-database";

	static final String LOCATION = "zt.risk.origin.location-database";

	private static final String READER = "com.maxmind.db.Reader";

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofDays(1);

	private OriginSettings() {
	}

	/**
	 * Read the databases.
	 * @param loader knows whether there is what reads them
	 * @throws MisconfigurationException if one cannot be read
	 */
	static OriginSource source(OriginProperties origin, @Nullable ClassLoader loader, Clock clock) {
		Map<DatabaseKind, Path> files = new EnumMap<>(DatabaseKind.class);
		addTo(files, DatabaseKind.ASN, origin.asnDatabase(), loader);
		addTo(files, DatabaseKind.LOCATION, origin.locationDatabase(), loader);
		Duration every = origin.reloadEvery();
		if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
			throw new MisconfigurationException("zt.risk.origin.reload-every is " + every.toMillis() + "ms.",
					"Set zt.risk.origin.reload-every to a duration from 1s to 1d, 1m for example.");
		}
		try {
			return files.isEmpty() ? OriginSource.none() : new AddressDatabases(files, every, clock);
		}
		catch (UnreadableDatabaseException ex) {
			throw new MisconfigurationException(
					key(ex.kind()) + " is " + files.get(ex.kind()) + ", which cannot be read: " + ex.getMessage() + ".",
					"Set " + key(ex.kind()) + " to the path of a database in MaxMind's format, or remove it.");
		}
	}

	private static void addTo(Map<DatabaseKind, Path> files, DatabaseKind kind, @Nullable String file,
			@Nullable ClassLoader loader) {
		if (file == null) {
			return;
		}
		if (!ClassUtils.isPresent(READER, loader)) {
			throw new MisconfigurationException(
					key(kind) + " is " + file + ", but com.maxmind.db:maxmind-db, which reads it, is not there.",
					"Add the dependency com.maxmind.db:maxmind-db, or remove " + key(kind) + ".");
		}
		try {
			files.put(kind, Path.of(file));
		}
		catch (InvalidPathException ex) {
			throw new MisconfigurationException(key(kind) + " is " + file + ", which is no path.",
					"Set " + key(kind) + " to the path of a database in MaxMind's format, or remove it.");
		}
	}

	private static String key(DatabaseKind kind) {
		return (kind == DatabaseKind.ASN) ? ASN : LOCATION;
	}

	/**
	 * Read the lists of networks.
	 * @throws MisconfigurationException if an entry is no number of a network
	 */
	static AsnLists lists(OriginProperties origin) {
		return AsnLists.of(numbers("zt.risk.origin.hosting-asns", origin.hostingAsns()),
				numbers("zt.risk.origin.vpn-asns", origin.vpnAsns()));
	}

	private static List<Integer> numbers(String key, List<String> texts) {
		List<Integer> numbers = new ArrayList<>();
		for (String text : texts) {
			try {
				numbers.add(AsnLists.parse(text));
			}
			catch (IllegalArgumentException ex) {
				throw new MisconfigurationException(key + " has the entry " + text + ": " + ex.getMessage() + ".",
						"Write numbers of autonomous systems, 64496 or AS64496 for example.");
			}
		}
		return numbers;
	}

}
