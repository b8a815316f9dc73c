package io.zerotrust.spring.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zerotrust.spring.journey.MutualTls;
import io.zerotrust.spring.journey.RunningApplication;
import io.zerotrust.spring.test.TokenBuilder;

/**
 * Tokens as the table words them: scopes and {@code claim=value}.
 */
final class Tokens {

	private Tokens() {
	}

	static String good(RunningApplication application, String words) {
		return builder(application, words).mint();
	}

	/**
	 * A token bound to a certificate.
	 * @param words whose certificate, then the words of the token
	 */
	static String bound(RunningApplication application, String words) {
		String[] parts = words.split(" ", 2);
		return builder(application, (parts.length > 1) ? parts[1] : "orders:read")
			.claim("cnf", Map.of("x5t#S256", MutualTls.thumbprint(parts[0])))
			.mint();
	}

	static TokenBuilder builder(RunningApplication application, String words) {
		TokenBuilder token = application.token();
		List<String> scopes = new ArrayList<>();
		for (String word : words.split(" ")) {
			int equals = word.indexOf('=');
			if (equals < 0) {
				scopes.add(word);
			}
			else {
				claim(token, word.substring(0, equals), word.substring(equals + 1));
			}
		}
		return token.scopes(scopes.toArray(String[]::new));
	}

	private static void claim(TokenBuilder token, String name, String value) {
		switch (name) {
			case "auth_time" -> token.authenticatedAt(Instant.now().plusSeconds(Long.parseLong(value)));
			case "amr", "roles" -> token.claim(name, List.of(value.split(",")));
			case "cnf" -> token.claim(name, Map.of(value, "x"));
			case "typ" -> token.type(value);
			case "without" -> token.without(value);
			default -> token.claim(name, value);
		}
	}

}
