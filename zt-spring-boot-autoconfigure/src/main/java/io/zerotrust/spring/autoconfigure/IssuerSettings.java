package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.check.Mode;
import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.token.Binding;
import io.zerotrust.token.Provider;
import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;

/**
 * Reads the trusted issuers: one from Spring Boot's own properties, or from ours where
 * those would make Boot build a decoder nobody wants, and those listed beside it.
 */
final class IssuerSettings {

	private static final Log logger = LogFactory.getLog(IssuerSettings.class);

	private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

	private final ZtProperties properties;

	private final OAuth2ResourceServerProperties.Jwt jwt;

	IssuerSettings(ZtProperties properties, OAuth2ResourceServerProperties.Jwt jwt) {
		this.properties = properties;
		this.jwt = jwt;
	}

	TrustedIssuers issuers() {
		List<TrustedIssuer> all = new ArrayList<>();
		TrustedIssuer one = single();
		if (one != null) {
			all.add(one);
		}
		for (TokenIssuer issuer : new ListedIssuers(this.properties).all()) {
			all.add(issuer.rules());
		}
		try {
			verifyApart(all);
		}
		catch (MisconfigurationException ex) {
			complain(ex);
		}
		return new TrustedIssuers(all);
	}

	/**
	 * Return the issuer of Spring Boot's own properties.
	 */
	@Nullable TrustedIssuer single() {
		TokenProperties token = this.properties.token();
		String issuer = (token.issuer() != null) ? token.issuer() : this.jwt.getIssuerUri();
		List<String> audiences = token.audiences().isEmpty() ? this.jwt.getAudiences() : token.audiences();
		if (issuer == null && !this.properties.issuers().isEmpty()) {
			return null;
		}
		try {
			verify(issuer, audiences);
		}
		catch (MisconfigurationException ex) {
			complain(ex);
		}
		Provider provider = this.properties.provider();
		ClaimLayout layout = ClaimSettings.layout(provider, this.properties.claims(), audiences);
		if (issuer == null || issuer.isBlank()) {
			return null;
		}
		return new TrustedIssuer(issuer, Set.copyOf(audiences), token.requireType(),
				LifetimeSettings.maxLifetime(provider, token), LifetimeSettings.clockSkew(token), layout,
				SignatureAlgorithms.ALL, BindingSettings.binding(token));
	}

	private void complain(MisconfigurationException problem) {
		if (this.properties.mode() == Mode.ENFORCE) {
			throw problem;
		}
		logger.warn("zt would not start: " + problem.getMessage() + " " + problem.action());
	}

	/**
	 * A client id names a client only together with its issuer.
	 */
	private void verifyApart(List<TrustedIssuer> issuers) {
		Set<String> names = new HashSet<>();
		for (TrustedIssuer issuer : issuers) {
			if (!names.add(issuer.issuer())) {
				throw new MisconfigurationException(
						"zt.issuers has the issuer " + issuer.issuer() + ", which is configured elsewhere too.",
						"Remove one of them.");
			}
		}
		if (issuers.size() > 1 && !this.properties.callers().isEmpty()) {
			throw new MisconfigurationException(
					"zt.callers names clients beside " + issuers.size()
							+ " issuers, each of which may know another client by the same name.",
					"Remove zt.callers and let the issuers put roles into the tokens of clients.");
		}
	}

	private void verify(@Nullable String issuer, List<String> audiences) {
		if (issuer == null || issuer.isBlank()) {
			throw new MisconfigurationException(PREFIX + "issuer-uri is not set, so no token could be trusted.",
					"Set " + PREFIX + "issuer-uri to the exact value of the iss claim, https://idp.example.com "
							+ "for example. It is needed beside a jwk-set-uri or a JwtDecoder of your own too. "
							+ "For opaque tokens set zt.token.issuer.");
		}
		Provider provider = this.properties.provider();
		boolean own = provider == Provider.COGNITO || !this.properties.token().audiences().isEmpty();
		String audiencesKey = own ? "zt.token.audiences" : PREFIX + "audiences";
		String issuerKey = (this.properties.token().issuer() != null) ? "zt.token.issuer" : PREFIX + "issuer-uri";
		if (provider == Provider.COGNITO && !this.jwt.getAudiences().isEmpty()) {
			throw new MisconfigurationException(
					PREFIX + "audiences is " + this.jwt.getAudiences()
							+ ", and Spring Boot's decoder looks for it at aud, which Cognito's tokens lack.",
					"Remove it and set zt.token.audiences to the ids of the app clients whose tokens are meant for "
							+ "this service.");
		}
		IssuerProblems problems = new IssuerProblems(issuerKey, audiencesKey, provider,
				this.properties.token().insecureIssuer());
		problems.verifyIssuer(issuer);
		if (audiences.isEmpty() || audiences.stream().anyMatch(String::isBlank)) {
			throw new MisconfigurationException(
					audiencesKey + " is " + audiences + " for the issuer " + issuer
							+ ", so tokens for other services would be accepted.",
					(provider == Provider.COGNITO)
							? "Set " + audiencesKey
									+ " to the ids of the app clients whose tokens are meant for this service."
							: "Set " + audiencesKey
									+ " to the name by which the issuer knows this service, orders for example.");
		}
		problems.verifyAudiences(issuer, audiences);
	}

}
