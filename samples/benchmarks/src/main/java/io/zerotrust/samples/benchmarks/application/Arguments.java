package io.zerotrust.samples.benchmarks.application;

import java.util.ArrayList;
import java.util.List;

/**
 * What every application under measurement is started with.
 */
final class Arguments {

	private Arguments() {
	}

	static String[] of(List<Absent> absent, List<String> properties) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--logging.level.root=warn", "--spring.mvc.servlet.load-on-startup=1",
				"--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
				"--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + KeyServer.uri(),
				"--spring.security.oauth2.resourceserver.jwt.jws-algorithms=RS256,ES256",
				"--spring.security.oauth2.resourceserver.jwt.audiences=" + Tokens.AUDIENCE));
		arguments.addAll(properties);
		List<String> excluded = new ArrayList<>();
		absent.forEach((part) -> excluded.addAll(part.autoConfigurations()));
		arguments.add("--spring.autoconfigure.exclude=" + String.join(",", excluded));
		return arguments.toArray(String[]::new);
	}

}
