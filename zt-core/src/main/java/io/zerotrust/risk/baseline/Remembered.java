package io.zerotrust.risk.baseline;

import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of principals, for those who may ask for it: GDPR, Art. 15 and 17. A
 * subject is remembered once for each client it uses and each agent that acts for it; all
 * of them are meant.
 *
 * @since 0.1.0
 */
public interface Remembered {

	/**
	 * Return what is remembered here in one word.
	 * @return the name, the key of an export
	 */
	String name();

	/**
	 * Return of how many principals something is remembered.
	 * @return their number
	 */
	int principals();

	/**
	 * Forget a subject at once and as a whole, open sessions included.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the exact value of {@code sub}
	 * @return how many principals were forgotten, 0 if none was known
	 */
	int forget(String issuer, String subject);

	/**
	 * Return what is remembered of a subject, in words and numbers a person can read.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the exact value of {@code sub}
	 * @return maps, lists, texts, numbers and booleans; empty if nothing is remembered
	 */
	Optional<Map<String, Object>> export(String issuer, String subject);

}
