package io.zerotrust.archfixture.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Breaks the rules of the adapters, so that the tests see them bite.
 */
@AutoConfiguration
public class BrokenAutoConfiguration {

	/**
	 * A public member.
	 */
	public void open() {
	}

}
