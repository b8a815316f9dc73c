package io.zerotrust.spring.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.SpringSecurityCoreVersion;

/**
 * The version of Spring Security that runs.
 *
 * @param text the version; {@code null} if its jar does not say
 */
record SecurityVersion(@Nullable String text) {

	private static final int[] FLOOR = { 7, 1, 1 };

	private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})\\b.*");

	static SecurityVersion running() {
		return new SecurityVersion(SpringSecurityCoreVersion.getVersion());
	}

	/**
	 * Hold the version against the oldest one without known holes.
	 * @return the problem, or {@code null} if there is none
	 */
	@Nullable MisconfigurationException problem() {
		Matcher numbers = NUMBERS.matcher((this.text != null) ? this.text : "");
		if (!numbers.matches()) {
			return null;
		}
		for (int i = 0; i < FLOOR.length; i++) {
			int difference = Integer.compare(Integer.parseInt(numbers.group(i + 1)), FLOOR[i]);
			if (difference != 0) {
				return (difference > 0) ? null : tooOld();
			}
		}
		return null;
	}

	private MisconfigurationException tooOld() {
		return new MisconfigurationException(
				"Spring Security is " + this.text
						+ ", and versions below 7.1.1 have known holes, CVE-2026-41707 among them.",
				"Set spring-security.version to 7.1.1 or newer, or use Spring Boot 4.1.1 or newer.");
	}

}
