package io.zerotrust.spring.test.autoconfigure;

import org.springframework.security.core.Authentication;

/**
 * Tells what a test put in place from what somebody presented.
 */
interface PrebuiltMark {

	/**
	 * Whether spring-security-test made this very object for a test.
	 */
	boolean isOn(Authentication authentication);

}
