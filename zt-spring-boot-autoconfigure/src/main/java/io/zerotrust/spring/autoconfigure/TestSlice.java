package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.env.Environment;

/**
 * Tells a test slice from an application. A slice switches auto-configuration off and
 * picks a part of the application: settings about the rest are no mistake there.
 */
final class TestSlice {

	private TestSlice() {
	}

	static boolean isOne(Environment environment) {
		return !environment.getProperty(EnableAutoConfiguration.ENABLED_OVERRIDE_PROPERTY, Boolean.class, true);
	}

}
