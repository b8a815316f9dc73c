package io.zerotrust.samples.issuer;

import java.time.Clock;
import java.util.List;

import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Gives access tokens the shape of RFC 9068. Two clients stand in for users: one who just
 * passed a second factor, one who is an administrator.
 */
final class AccessTokenCustomizer implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Clock clock;

	AccessTokenCustomizer(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		String client = context.getRegisteredClient().getClientId();
		context.getJwsHeader().type("at+jwt");
		context.getClaims().audience(List.of("orders")).claim("client_id", client);
		if ("orders-app-mfa".equals(client)) {
			context.getClaims()
				.claim("acr", "urn:example:mfa")
				.claim("amr", List.of("pwd", "otp"))
				.claim("auth_time", this.clock.instant().getEpochSecond());
		}
		if ("orders-admin".equals(client)) {
			context.getClaims().claim("roles", List.of("admin"));
		}
	}

}
