package io.zerotrust.samples.benchmarks.application;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * What is on the class path and yet not in an application: its auto-configurations are
 * left out, as if it was not there.
 */
enum Absent {

	/**
	 * This library.
	 */
	ZT("io.zerotrust."),

	/**
	 * Spring Security.
	 */
	SECURITY("org.springframework.boot.security."),

	/**
	 * Amazon Corretto Crypto Provider.
	 */
	CORRETTO("io.zerotrust.spring.autoconfigure.ZtCorrettoAutoConfiguration"),

	/**
	 * Tomcat, so that WebFlux runs on Netty.
	 */
	TOMCAT("org.springframework.boot.tomcat."),

	/**
	 * The Actuator and Micrometer.
	 */
	OBSERVATION("org.springframework.boot.actuate.", "org.springframework.boot.health.",
			"org.springframework.boot.micrometer.");

	private final List<String> packages;

	Absent(String... packages) {
		this.packages = List.of(packages);
	}

	/**
	 * Return the auto-configurations to leave out.
	 */
	List<String> autoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, Absent.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((candidate) -> this.packages.stream().anyMatch(candidate::startsWith))
			.toList();
	}

}
