package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.check.Mode;
import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.token.Provider;
import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.TrustedIssuer;

/**
 * Reads the issuers listed in {@code zt.issuers}.
 */
final class ListedIssuers {

	private final ZtProperties properties;

	ListedIssuers(ZtProperties properties) {
		this.properties = properties;
	}

	/**
	 * Return the issuers.
	 * @throws MisconfigurationException if one cannot be meant and zt enforces; observed,
	 * it is left out
	 */
	List<TokenIssuer> all() {
		List<TokenIssuer> all = new ArrayList<>();
		String asked = null;
		for (int i = 0; i < this.properties.issuers().size(); i++) {
			String key = "zt.issuers[" + i + "].";
			IssuerProperties issuer = this.properties.issuers().get(i);
			try {
				verify(key, issuer);
				if (issuer.introspection() != null && asked != null) {
					throw new MisconfigurationException(
							key + "introspection is set beside " + asked
									+ "introspection, and an opaque token does not say which issuer to ask.",
							"Leave one of them; JWTs of the other can be verified by its keys.");
				}
			}
			catch (MisconfigurationException ex) {
				if (this.properties.mode() == Mode.ENFORCE) {
					throw ex;
				}
				continue;
			}
			asked = (issuer.introspection() != null) ? key : asked;
			all.add(issuer(key, issuer));
		}
		return all;
	}

	private TokenIssuer issuer(String key, IssuerProperties issuer) {
		TokenProperties token = this.properties.token();
		Provider provider = issuer.provider();
		ClaimLayout layout = ClaimSettings.layout(key + "claims.", provider, issuer.claims(), issuer.audiences());
		Duration lifetime = (issuer.maxLifetime() != null)
				? LifetimeSettings.maxLifetime(key + "max-lifetime", provider, issuer.maxLifetime())
				: LifetimeSettings.maxLifetime(provider, token);
		Duration skew = (issuer.clockSkew() != null)
				? LifetimeSettings.clockSkew(key + "clock-skew", issuer.clockSkew())
				: LifetimeSettings.clockSkew(token);
		Set<String> algorithms = issuer.jwsAlgorithms().isEmpty() ? SignatureAlgorithms.ALL
				: Set.copyOf(issuer.jwsAlgorithms());
		Boolean typed = issuer.requireType();
		TrustedIssuer rules = new TrustedIssuer(issuer.issuer(), Set.copyOf(issuer.audiences()),
				(typed != null) ? typed : token.requireType(), lifetime, skew, layout, algorithms,
				BindingSettings.binding(token, issuer));
		return new TokenIssuer(rules, issuer.jwkSetUri(), introspection(issuer.introspection()));
	}

	private static @Nullable Introspection introspection(IssuerProperties.@Nullable Introspection asked) {
		return (asked != null) ? new Introspection(asked.uri(), asked.clientId(), asked.clientSecret(), asked.signed())
				: null;
	}

	private void verify(String key, IssuerProperties issuer) {
		if (isBlank(issuer.issuer())) {
			throw new MisconfigurationException(key + "issuer is not set.",
					"Set " + key + "issuer to the exact value of the iss claim, https://idp.example.com for example.");
		}
		IssuerProblems problems = new IssuerProblems(key + "issuer", key + "audiences", issuer.provider(),
				this.properties.token().insecureIssuer());
		problems.verifyIssuer(issuer.issuer());
		if (issuer.audiences().isEmpty() || issuer.audiences().stream().anyMatch(String::isBlank)) {
			throw new MisconfigurationException(
					key + "audiences is " + issuer.audiences() + " for the issuer " + issuer.issuer()
							+ ", so tokens for other services would be accepted.",
					"Set " + key + "audiences to the name by which the issuer knows this service, orders for example.");
		}
		problems.verifyAudiences(issuer.issuer(), issuer.audiences());
		for (String algorithm : issuer.jwsAlgorithms()) {
			if (!SignatureAlgorithms.ALL.contains(algorithm)) {
				throw new MisconfigurationException(
						key + "jws-algorithms has " + algorithm + ", which is no asymmetric signature.",
						"Use the algorithm the issuer signs with, RS256, PS256 or ES256 for example.");
			}
		}
		verifyOneWay(key, issuer);
	}

	private static void verifyOneWay(String key, IssuerProperties issuer) {
		IssuerProperties.Introspection asked = issuer.introspection();
		if (asked == null) {
			return;
		}
		if (isBlank(asked.uri()) || isBlank(asked.clientId()) || isBlank(asked.clientSecret())) {
			throw new MisconfigurationException(key + "introspection lacks uri, client-id or client-secret.",
					"Set all three of them.");
		}
		if (issuer.jwkSetUri() != null && !asked.signed()) {
			throw new MisconfigurationException(
					key + "jwk-set-uri is set beside " + key + "introspection, so its tokens are not verified by keys.",
					"Remove one of them.");
		}
	}

	@SuppressWarnings("NullAway")
	private static boolean isBlank(@Nullable String value) {
		return value == null || value.isBlank();
	}

}
