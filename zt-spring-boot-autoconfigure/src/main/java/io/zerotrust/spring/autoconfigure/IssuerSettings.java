package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.check.Mode;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;

/**
 * Reads the trusted issuer from Spring Boot's own properties, or from ours where those
 * would make Boot build a decoder nobody wants.
 */
final class IssuerSettings {

	private static final Log logger = LogFactory.getLog(IssuerSettings.class);

	private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

	private static final Duration LARGEST_SKEW = Duration.ofMinutes(1);

	private final ZtProperties properties;

	private final OAuth2ResourceServerProperties.Jwt jwt;

	IssuerSettings(ZtProperties properties, OAuth2ResourceServerProperties.Jwt jwt) {
		this.properties = properties;
		this.jwt = jwt;
	}

	TrustedIssuers issuers() {
		ZtProperties.Token token = this.properties.token();
		String issuer = (token.issuer() != null) ? token.issuer() : this.jwt.getIssuerUri();
		List<String> audiences = token.audiences().isEmpty() ? this.jwt.getAudiences() : token.audiences();
		try {
			verify(issuer, audiences);
		}
		catch (MisconfigurationException ex) {
			if (this.properties.mode() == Mode.ENFORCE) {
				throw ex;
			}
			logger.warn("zt would not start: " + ex.getMessage() + " " + ex.action());
		}
		if (issuer == null || issuer.isBlank()) {
			return new TrustedIssuers(List.of());
		}
		verify(token);
		return new TrustedIssuers(List.of(new TrustedIssuer(issuer, Set.copyOf(audiences), token.requireType(),
				token.maxLifetime(), token.clockSkew(), ClaimLayout.standard())));
	}

	private static void verify(@Nullable String issuer, List<String> audiences) {
		if (issuer == null || issuer.isBlank()) {
			throw new MisconfigurationException(PREFIX + "issuer-uri is not set, so no token could be trusted.",
					"Set " + PREFIX + "issuer-uri to the exact value of the iss claim, https://idp.example.com "
							+ "for example. It is needed beside a jwk-set-uri or a JwtDecoder of your own too. "
							+ "For opaque tokens set zt.token.issuer.");
		}
		if (audiences.isEmpty() || audiences.stream().anyMatch(String::isBlank)) {
			throw new MisconfigurationException(
					PREFIX + "audiences is " + audiences + " for the issuer " + issuer
							+ ", so tokens for other services would be accepted.",
					"Set " + PREFIX + "audiences to the name by which the issuer knows this service, orders for "
							+ "example.");
		}
	}

	private static void verify(ZtProperties.Token token) {
		if (token.clockSkew().isNegative() || token.clockSkew().compareTo(LARGEST_SKEW) > 0) {
			throw new MisconfigurationException(
					"zt.token.clock-skew is " + token.clockSkew().toSeconds() + "s, which no clock needs.",
					"Set zt.token.clock-skew to a value from 0s to 60s and the clocks by NTP.");
		}
		if (token.maxLifetime().isNegative() || token.maxLifetime().isZero()) {
			throw new MisconfigurationException("zt.token.max-lifetime is " + token.maxLifetime().toSeconds() + "s.",
					"Set zt.token.max-lifetime to a positive duration, 1h for example.");
		}
	}

}
