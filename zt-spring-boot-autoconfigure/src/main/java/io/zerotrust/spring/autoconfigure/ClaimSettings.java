package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.ClaimPath;
import io.zerotrust.access.ClaimPlace;
import io.zerotrust.access.ServiceMark;
import io.zerotrust.token.Provider;

/**
 * Reads where the issuer puts things: the preset of the provider, and over it what the
 * operator says.
 */
final class ClaimSettings {

	private static final Pattern DOTTED = Pattern.compile("[\\w-]+(\\.[\\w-]+)+");

	private ClaimSettings() {
	}

	static ClaimLayout layout(@Nullable Provider provider, ZtProperties.Claims claims, List<String> audiences) {
		return layout("zt.claims.", provider, claims, audiences);
	}

	/**
	 * Read where one of several issuers puts things.
	 * @param prefix what stands before the names of its properties
	 */
	static ClaimLayout layout(String prefix, @Nullable Provider provider, ZtProperties.Claims claims,
			List<String> audiences) {
		ClaimLayout layout = (provider != null) ? provider.layout() : ClaimLayout.standard();
		layout = with(layout, ClaimPlace.SCOPES, prefix + "scopes", claims.scopes());
		layout = with(layout, ClaimPlace.ROLES, prefix + "roles", claims.roles());
		layout = with(layout, ClaimPlace.CLIENT, prefix + "client", claims.client());
		layout = with(layout, ClaimPlace.AUDIENCE, prefix + "audience", claims.audience());
		layout = with(layout, ClaimPlace.TENANT, prefix + "tenant", claims.tenant());
		layout = with(layout, ClaimPlace.SESSION, prefix + "session", claims.session());
		layout = with(layout, ClaimPlace.ACR, prefix + "acr", claims.acr());
		layout = with(layout, ClaimPlace.AMR, prefix + "amr", claims.amr());
		List<ServiceMark> services = parse(prefix + "services", claims.services(), ServiceMark::parse,
				"Write a claim and its value, sub={client} for example; more conditions follow after &, "
						+ "claim for one that must be there and !claim for one that must not.");
		return ((services != null) ? layout.withServices(services) : layout).forAudiences(audiences);
	}

	/**
	 * Verify that nobody says in vain where things are.
	 * @param properties what the operator says
	 * @param used whether the trusted issuer is read from properties
	 * @throws MisconfigurationException if what is said has no effect
	 */
	static void verifyUsed(ZtProperties properties, boolean used) {
		boolean provider = properties.provider() != null;
		if (!used && (provider || !properties.claims().equals(ZtProperties.Claims.NONE))) {
			throw new MisconfigurationException(
					(provider ? "zt.provider" : "zt.claims")
							+ " has no effect beside a TrustedIssuers bean of the application.",
					"Give each TrustedIssuer of the bean its layout, Provider.KEYCLOAK.layout() for example, and "
							+ "remove the property.");
		}
	}

	private static ClaimLayout with(ClaimLayout layout, ClaimPlace place, String key, @Nullable List<String> texts) {
		List<ClaimPath> paths = parse(key, texts, ClaimPath::parse,
				"Write the name of a claim, or a JSON Pointer such as /realm_access/roles; in one, ~0 is a tilde "
						+ "and ~1 a slash in a name.");
		if (paths == null) {
			return layout;
		}
		for (ClaimPath path : paths) {
			verify(key, place, path);
		}
		return layout.with(place, paths);
	}

	private static void verify(String key, ClaimPlace place, ClaimPath path) {
		String text = path.toString();
		if (DOTTED.matcher(text).matches()) {
			throw new MisconfigurationException(
					key + " has the entry " + text + ", the name of a claim with a dot in it.",
					"Write /" + text.replace('.', '/') + " for a claim within a claim, or /" + text
							+ " if the name has the dot.");
		}
		if (path.namesAudience() && place != ClaimPlace.ROLES) {
			throw new MisconfigurationException(
					key + " has the entry " + text + ", and only zt.claims.roles knows {audience}.",
					"Write the name that stands in the token.");
		}
	}

	private static <T> @Nullable List<T> parse(String key, @Nullable List<String> texts, Function<String, T> parser,
			String action) {
		if (texts == null) {
			return null;
		}
		List<T> parsed = new ArrayList<>(texts.size());
		for (String text : texts) {
			try {
				parsed.add(parser.apply(text));
			}
			catch (IllegalArgumentException ex) {
				throw new MisconfigurationException(key + " has the entry '" + text + "': " + ex.getMessage() + ".",
						action);
			}
		}
		return parsed;
	}

}
