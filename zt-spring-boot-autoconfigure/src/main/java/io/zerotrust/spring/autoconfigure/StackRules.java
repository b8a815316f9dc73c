package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * What the configuration of one web stack is held against.
 */
interface StackRules {

	/**
	 * Return what must not start.
	 */
	List<MisconfigurationException> problems();

	/**
	 * Return what may start but should be known.
	 */
	List<String> warnings();

	/**
	 * Warn of beans of a type.
	 */
	static void warnOf(Class<?> type, String why, ListableBeanFactory beans, List<String> warnings) {
		for (String name : beans.getBeanNamesForType(type, true, false)) {
			warnings.add("the bean " + name + " is " + why);
		}
	}

	/**
	 * Warn of a setting unless it is left out or harmless.
	 */
	static void warnUnless(String key, String harmless, String why, Environment environment, List<String> warnings) {
		String value = environment.getProperty(key);
		if (isSet(value) && !value.equalsIgnoreCase(harmless)) {
			warnings.add(key + " is " + value + ": " + why);
		}
	}

	private static boolean isSet(@Nullable String value) {
		return value != null && !value.isBlank();
	}

}
