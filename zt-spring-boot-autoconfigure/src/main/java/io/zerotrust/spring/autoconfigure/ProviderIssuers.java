package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.Provider;

/**
 * Knows what the issuers of each provider look like.
 */
final class ProviderIssuers {

	private static final List<String> ENTRA_GROUPS = List.of("/common", "/organizations", "/consumers");

	private ProviderIssuers() {
	}

	static void verify(@Nullable Provider provider, String host, String issuer, Problem problem) {
		if (provider == null || provider == Provider.SPRING || provider == Provider.AUTH0) {
			return;
		}
		switch (provider) {
			case KEYCLOAK -> {
				if (!issuer.contains("/realms/")) {
					throw problem.of(issuer, "is no realm of Keycloak",
							"the address of the realm, https://idp.example.com/realms/shop for example");
				}
			}
			case ENTRA -> entra(host, issuer, problem);
			case OKTA -> {
				if (!issuer.contains("/oauth2/")) {
					throw problem.of(issuer, "is the org authorization server, whose tokens are for Okta alone",
							"a custom authorization server, https://example.okta.com/oauth2/default for example");
				}
			}
			case COGNITO -> {
				if (!host.startsWith("cognito-idp.")) {
					throw problem.of(issuer, "is no user pool, only a page to log in perhaps",
							"https://cognito-idp.<region>.amazonaws.com/<user pool id>");
				}
			}
			case GOOGLE -> {
				if (!issuer.equals("https://accounts.google.com")) {
					throw problem.of(issuer, "is not the issuer of Google's tokens", "https://accounts.google.com");
				}
			}
			case AUTH0, SPRING -> {
			}
		}
	}

	private static void entra(String host, String issuer, Problem problem) {
		for (String group : ENTRA_GROUPS) {
			if (issuer.endsWith(group) || issuer.contains(group + "/")) {
				throw problem.of(issuer, "is an endpoint for several tenants, and each has an issuer of its own",
						"https://login.microsoftonline.com/<tenant id>/v2.0");
			}
		}
		if (host.equals("login.microsoftonline.com") && !issuer.contains("/v2.0")) {
			throw problem.of(issuer,
					"is no issuer of Entra, which are https://login.microsoftonline.com/<tenant id>/v2.0 "
							+ "and https://sts.windows.net/<tenant id>/",
					"the value of iss in a token of yours");
		}
	}

	/**
	 * Makes an exception of what is wrong with an issuer.
	 */
	interface Problem {

		MisconfigurationException of(String issuer, String problem, String instead);

	}

}
