package io.zerotrust.samples.quickstart.plain;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

import io.zerotrust.samples.orders.OrderBook;

/**
 * The orders API without zt.
 */
@SpringBootApplication
@EnableMethodSecurity
@Import(OrderBook.class)
public class PlainApplication {

	/**
	 * Accepts the types that zt accepts. Without it Spring Security refuses every token
	 * of type {@code at+jwt} (RFC 9068), and each row of the tour would be a 401.
	 * @return the validator
	 */
	@Bean
	JwtTypeValidator tokenTypes() {
		JwtTypeValidator validator = new JwtTypeValidator("at+jwt", "JWT");
		validator.setAllowEmpty(true);
		return validator;
	}

}
