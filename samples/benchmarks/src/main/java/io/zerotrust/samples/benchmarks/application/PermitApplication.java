package io.zerotrust.samples.benchmarks.application;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Security that permits everything: what the chain alone costs.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OrderController.class)
class PermitApplication {

	@Bean
	SecurityFilterChain chain(HttpSecurity http) {
		http.csrf(AbstractHttpConfigurer::disable);
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.build();
	}

}
