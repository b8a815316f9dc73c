package io.zerotrust.samples.quickstart;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * Finds auto-configurations to leave out, so that three applications share one class
 * path.
 */
final class AutoConfigurations {

	static final String ZT = "io.zerotrust.";

	static final String ISSUER = "org.springframework.boot.security.oauth2.server.authorization.";

	private AutoConfigurations() {
	}

	/**
	 * Return the names for {@code spring.autoconfigure.exclude}.
	 * @param prefixes how the names begin
	 * @return names, comma-separated
	 */
	static String namesOf(String... prefixes) {
		return ImportCandidates.load(AutoConfiguration.class, AutoConfigurations.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> Stream.of(prefixes).anyMatch(name::startsWith))
			.collect(Collectors.joining(","));
	}

}
