package io.zerotrust.spring.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.Provider;

/**
 * Finds an issuer that no token can have, and an audience that says nothing.
 */
final class IssuerProblems {

	private static final Set<String> GRAPH = Set.of("00000003-0000-0000-c000-000000000000",
			"https://graph.microsoft.com", "https://graph.microsoft.com/");

	private static final String WELL_KNOWN = "/.well-known/";

	private final String issuerKey;

	private final String audiencesKey;

	private final @Nullable Provider provider;

	private final boolean insecure;

	/**
	 * Create the finder.
	 * @param issuerKey the property that names the issuer
	 * @param audiencesKey the property that names the audiences
	 * @param provider the kind of the issuer, or {@code null} if unknown
	 * @param insecure whether the issuer may do without TLS
	 */
	IssuerProblems(String issuerKey, String audiencesKey, @Nullable Provider provider, boolean insecure) {
		this.issuerKey = issuerKey;
		this.audiencesKey = audiencesKey;
		this.provider = provider;
		this.insecure = insecure;
	}

	/**
	 * Verify the issuer.
	 * @param issuer its name
	 * @throws MisconfigurationException if no token has it
	 */
	void verifyIssuer(String issuer) {
		if (issuer.contains(WELL_KNOWN)) {
			throw issuer(issuer, "is where the issuer publishes its metadata", issuerOf(issuer));
		}
		if (issuer.indexOf('{') >= 0) {
			throw issuer(issuer, "is a pattern with a placeholder, and iss is compared as a whole",
					"the value of iss in a token of yours");
		}
		String host = host(issuer);
		if (!this.insecure && issuer.regionMatches(true, 0, "http:", 0, 5) && !isLocal(host)) {
			throw issuer(issuer, "is fetched without TLS, so whoever stands between could hand out keys of his own",
					"https" + issuer.substring(4)
							+ ", or, where nobody stands between, zt.token.insecure-issuer to true");
		}
		ProviderIssuers.verify(this.provider, host, issuer, this::issuer);
		if (this.provider != null && this.provider != Provider.SPRING && needsSlash(issuer) != issuer.endsWith("/")
				&& !host.endsWith(".b2clogin.com")) {
			throw needsSlash(issuer) ? issuer(issuer, "lacks the slash at its end that iss has", issuer + "/") : issuer(
					issuer, "has a slash at its end that iss has not", issuer.substring(0, issuer.length() - 1));
		}
	}

	/**
	 * OpenID Connect Discovery appends its path, RFC 8414 inserts its own before the path
	 * of the issuer.
	 */
	private String issuerOf(String metadata) {
		int start = metadata.indexOf(WELL_KNOWN);
		int path = metadata.indexOf('/', start + WELL_KNOWN.length());
		String issuer = metadata.substring(0, start) + ((path >= 0) ? metadata.substring(path) : "");
		return needsSlash(issuer) ? issuer + "/" : issuer;
	}

	private boolean needsSlash(String issuer) {
		return this.provider == Provider.AUTH0
				|| (this.provider == Provider.ENTRA && "sts.windows.net".equals(host(issuer)));
	}

	/**
	 * Verify the audiences.
	 * @param issuer the name of the issuer
	 * @param audiences the names of this service, not blank
	 * @throws MisconfigurationException if tokens for others have one of them too
	 */
	void verifyAudiences(String issuer, List<String> audiences) {
		for (String audience : audiences) {
			if (audience.equals(issuer)) {
				throw audience(audience, "the issuer itself, which is in tokens for its own endpoints",
						"the name by which the issuer knows this service, orders for example");
			}
			if (this.provider == Provider.KEYCLOAK && audience.equals("account")) {
				throw audience(audience, "in the tokens of every client of the realm",
						"the client id of this service, and add an audience mapper for it in Keycloak");
			}
			if (this.provider == Provider.AUTH0 && audience.startsWith(issuer)) {
				throw audience(audience, "an API of Auth0's own",
						"the identifier of this service's API in Auth0, https://orders.example.com for example");
			}
			if (GRAPH.contains(audience)) {
				throw audience(audience, "Microsoft Graph, so tokens for Graph would be accepted",
						"the application id of this service, and let clients ask for its scopes");
			}
		}
		boolean version2 = this.provider == Provider.ENTRA && issuer.endsWith("/v2.0");
		if (version2 && audiences.stream().allMatch((audience) -> audience.startsWith("api://"))) {
			throw audience(String.join(",", audiences), "no audience of tokens of version 2",
					"the application id of this service, a UUID");
		}
	}

	private MisconfigurationException issuer(String issuer, String problem, String instead) {
		return new MisconfigurationException(this.issuerKey + " is " + issuer + ", which " + problem + ".",
				"Set " + this.issuerKey + " to " + instead + ".");
	}

	private MisconfigurationException audience(String audience, String problem, String instead) {
		return new MisconfigurationException(
				this.audiencesKey + " has the entry " + audience + ", which is " + problem + ".",
				"Set " + this.audiencesKey + " to " + instead + ".");
	}

	private static String host(String issuer) {
		try {
			String host = new URI(issuer).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : "";
		}
		catch (URISyntaxException ex) {
			return "";
		}
	}

	private static boolean isLocal(String host) {
		return host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1")
				|| host.equals("[::1]");
	}

}
