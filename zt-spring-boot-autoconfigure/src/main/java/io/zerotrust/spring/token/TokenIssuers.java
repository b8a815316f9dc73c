package io.zerotrust.spring.token;

import java.util.List;

/**
 * The issuers zt itself verifies tokens of, by Spring Boot's properties and its own.
 *
 * @param all the issuers; empty where the application verifies all tokens itself
 * @since 0.1.0
 */
public record TokenIssuers(List<TokenIssuer> all) {

	public TokenIssuers {
		all = List.copyOf(all);
	}

}
