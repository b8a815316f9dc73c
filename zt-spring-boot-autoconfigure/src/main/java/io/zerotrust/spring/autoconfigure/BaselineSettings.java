package io.zerotrust.spring.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.DefaultResourceLoader;

import io.zerotrust.risk.baseline.BaselineStore;
import io.zerotrust.risk.baseline.FileBaselineStore;
import io.zerotrust.risk.baseline.PseudonymKeys;
import io.zerotrust.spring.autoconfigure.BaselineProperties.SchemaCreation;

/**
 * Reads where what is learned survives a restart, and under which secret.
 */
final class BaselineSettings {

	private static final String PREFIX = "zt.risk.baselines.";

	private static final String SECRET = "zt.risk.pseudonym-secret";

	private static final String MAKE_ONE = "Set " + SECRET + " to " + PseudonymKeys.SHORTEST
			+ " characters or more that nobody can guess, as openssl rand -base64 32 makes them, or to file: and the "
			+ "path of a file with them.";

	private static final long SMALLEST = 1024 * 1024;

	private static final long LARGEST = 1024 * SMALLEST;

	private static final int LONGEST_NAME = 100;

	private final RiskProperties risk;

	private final BaselineProperties baselines;

	BaselineSettings(RiskProperties risk) {
		this.risk = risk;
		this.baselines = risk.baselines();
	}

	/**
	 * Make the keys of pseudonyms.
	 * @throws MisconfigurationException if the secret is none
	 */
	PseudonymKeys keys(SecureRandom random) {
		String secret = this.risk.pseudonymSecret();
		if (secret == null) {
			return PseudonymKeys.of(random);
		}
		String text = secret.startsWith("file:") ? content(secret) : secret;
		if (text.length() < PseudonymKeys.SHORTEST) {
			throw new MisconfigurationException(SECRET + " has " + text.length() + " characters, which can be guessed.",
					MAKE_ONE);
		}
		return PseudonymKeys.of(text);
	}

	private static String content(String location) {
		try {
			return new DefaultResourceLoader().getResource(location).getContentAsString(StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new MisconfigurationException(SECRET + " is " + location + ", which cannot be read.", MAKE_ONE);
		}
	}

	/**
	 * Make the store that is wanted.
	 * @param own that of the application, if it has one
	 * @param databases makes one in the database, if there is one
	 * @throws MisconfigurationException if it cannot be meant
	 */
	BaselineStore store(@Nullable BaselineStore own, @Nullable DatabaseStores databases) {
		String file = this.baselines.file();
		String name = this.baselines.jdbc().name();
		String set = (file != null) ? PREFIX + "file is " + file
				: (name != null) ? PREFIX + "jdbc.name is " + name : "a bean of type BaselineStore is there";
		if (own == null && file == null && name == null) {
			return BaselineStore.none();
		}
		if (file != null && name != null) {
			throw new MisconfigurationException(set + " beside " + PREFIX + "jdbc.name, which is " + name + ".",
					"Remove one of them.");
		}
		if (own != null && (file != null || name != null)) {
			throw new MisconfigurationException(set + " beside a bean of type BaselineStore.", "Remove one of them.");
		}
		if (this.risk.pseudonymSecret() == null) {
			throw new MisconfigurationException(
					set + ", but " + SECRET
							+ " is not set, so nobody would know the networks and devices in it after a restart.",
					MAKE_ONE);
		}
		return (own != null) ? own : (file != null) ? file(file) : database(String.valueOf(name), databases);
	}

	private static BaselineStore file(String file) {
		try {
			return FileBaselineStore.at(Path.of(file));
		}
		catch (InvalidPathException ex) {
			throw unusable(file, "that is no path");
		}
		catch (IllegalArgumentException ex) {
			throw unusable(file, ex.getMessage());
		}
	}

	private static MisconfigurationException unusable(String file, @Nullable String why) {
		return new MisconfigurationException(PREFIX + "file is " + file + ": " + why + ".",
				"Set " + PREFIX + "file to a path in a directory that is there and that the application may write to.");
	}

	private BaselineStore database(String name, @Nullable DatabaseStores databases) {
		if (!isName(name)) {
			throw new MisconfigurationException(PREFIX + "jdbc.name is " + name + ".",
					"Set " + PREFIX + "jdbc.name to the name of the application: up to " + LONGEST_NAME
							+ " letters, digits, points, hyphens and underscores.");
		}
		if (databases == null) {
			throw new MisconfigurationException(
					PREFIX + "jdbc.name is " + name + ", and there is no single DataSource to use.",
					"Add spring-boot-starter-jdbc and a database, or mark one of several DataSources as primary, or "
							+ "set " + PREFIX + "file instead.");
		}
		return databases.store(name, this);
	}

	private static boolean isName(String name) {
		return !name.isEmpty() && name.length() <= LONGEST_NAME
				&& name.chars()
					.allMatch((c) -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.'
							|| c == '-' || c == '_');
	}

	/**
	 * Return how many bytes a snapshot may have.
	 * @throws MisconfigurationException if it cannot be meant
	 */
	int limit() {
		long bytes = this.baselines.maxSize().toBytes();
		if (bytes < SMALLEST || bytes > LARGEST) {
			throw new MisconfigurationException(PREFIX + "max-size is " + this.baselines.maxSize() + ".",
					"Set " + PREFIX + "max-size to a size from 1MB to 1GB, 256MB for example.");
		}
		return (int) bytes;
	}

	/**
	 * Return how often is saved.
	 * @throws MisconfigurationException if it cannot be meant
	 */
	Duration saveEvery() {
		return within("save-every", this.baselines.saveEvery(), Duration.ofSeconds(1), Duration.ofDays(1),
				"from 1s to 1d, 5m");
	}

	/**
	 * Return how long start and end wait for the store.
	 * @throws MisconfigurationException if it cannot be meant
	 */
	Duration timeout() {
		return within("timeout", this.baselines.timeout(), Duration.ofMillis(100), Duration.ofMinutes(5),
				"from 100ms to 5m, 10s");
	}

	SchemaCreation schemaCreation() {
		return this.baselines.jdbc().initializeSchema();
	}

	private static Duration within(String name, Duration value, Duration shortest, Duration longest, String example) {
		if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
			throw new MisconfigurationException(PREFIX + name + " is " + value.toMillis() + "ms.",
					"Set " + PREFIX + name + " to a duration " + example + " for example.");
		}
		return value;
	}

}
