package io.zerotrust.spring.autoconfigure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs as if Spring Security were older than it is.
 */
@Configuration(proxyBeanMethods = false)
public class OldSecurity {

	@Bean
	SecurityVersion oldVersion() {
		return new SecurityVersion("7.1.0");
	}

}
