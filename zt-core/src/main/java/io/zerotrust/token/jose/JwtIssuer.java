package io.zerotrust.token.jose;

import java.time.Duration;
import java.util.Set;

import io.zerotrust.token.keys.IssuerKeys;

/**
 * An issuer whose JWTs are verified here.
 *
 * @param name the exact value of {@code iss}
 * @param algorithms the algorithms it signs with (RFC 8725, section 3.1)
 * @param clockSkew how far its clock may be off
 * @param keys its keys, which verify nobody else's tokens
 * @since 0.1.0
 */
public record JwtIssuer(String name, Set<String> algorithms, Duration clockSkew, IssuerKeys keys) {

	public JwtIssuer {
		algorithms = Set.copyOf(algorithms);
	}

}
