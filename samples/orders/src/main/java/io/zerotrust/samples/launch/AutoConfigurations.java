package io.zerotrust.samples.launch;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * Finds auto-configurations to leave out, so that several applications share one class
 * path.
 */
public final class AutoConfigurations {

	public static final String ZT = "io.zerotrust.";

	public static final String ISSUER = "org.springframework.boot.security.oauth2.server.authorization.";

	public static final String CLOUD = "org.springframework.cloud.";

	public static final String TOMCAT = "org.springframework.boot.tomcat.";

	private AutoConfigurations() {
	}

	/**
	 * Return the names for {@code spring.autoconfigure.exclude}.
	 * @param prefixes how the names begin
	 * @return names, comma-separated
	 */
	public static String namesOf(String... prefixes) {
		return ImportCandidates.load(AutoConfiguration.class, AutoConfigurations.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> Stream.of(prefixes).anyMatch(name::startsWith))
			.collect(Collectors.joining(","));
	}

}
