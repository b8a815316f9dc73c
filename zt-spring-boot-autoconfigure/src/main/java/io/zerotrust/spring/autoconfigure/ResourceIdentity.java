package io.zerotrust.spring.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

import io.zerotrust.spring.web.ResourceSettings;
import io.zerotrust.token.Binding;
import io.zerotrust.token.Binding.Demand;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;

/**
 * Reads what this service is to its callers, and tells whether that can be meant.
 */
final class ResourceIdentity {

	private static final String KEY = "zt.resource.identifier";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private ResourceIdentity() {
	}

	/**
	 * Read the settings. An identifier that cannot be meant counts as none, so that
	 * observe mode starts.
	 */
	static ResourceSettings settings(ZtProperties properties, TrustedIssuers issuers, Environment environment) {
		List<Binding> bindings = issuers.all().stream().map(TrustedIssuer::binding).toList();
		boolean header = properties.token().mtls().source() == MtlsProperties.Source.CLIENT_CERT;
		boolean seen = header || Set.of("want", "need")
			.contains(environment.getProperty("server.ssl.client-auth", "").toLowerCase(Locale.ROOT));
		return new ResourceSettings(
				problems(properties.resource()).isEmpty() ? identifier(properties.resource()) : null,
				issuers.all().stream().map(TrustedIssuer::issuer).filter(ResourceIdentity::isUrl).toList(),
				any(bindings, (binding) -> binding.dpop() != Demand.OFF),
				!bindings.isEmpty() && !any(bindings,
						(binding) -> binding.dpop() != Demand.REQUIRED || binding.mtls() == Demand.REQUIRED),
				properties.token().dpop().algorithms(),
				any(bindings,
						(binding) -> binding.mtls() == Demand.REQUIRED || (seen && binding.mtls() == Demand.ACCEPTED)),
				header);
	}

	private static boolean isUrl(String issuer) {
		return issuer.startsWith("https://") || issuer.startsWith("http://");
	}

	private static boolean any(List<Binding> bindings, Predicate<Binding> condition) {
		return bindings.stream().anyMatch(condition);
	}

	/**
	 * Return what must not start (RFC 9728, section 1.2).
	 */
	static List<MisconfigurationException> problems(ResourceProperties resource) {
		String said = resource.identifier();
		String problem = (said != null) ? problem(identifier(resource)) : "";
		return problem.isEmpty() ? List.of() : List
			.of(new MisconfigurationException(KEY + " is " + said + ": " + problem + ".",
					"Set " + KEY + " to the URL callers know this service by, https://api.example.com for example."));
	}

	private static String problem(@Nullable URI url) {
		if (url == null || url.getHost() == null || url.getScheme() == null) {
			return "it is no URL with scheme and host";
		}
		boolean local = url.getScheme().equals("http") && LOOPBACK.contains(url.getHost());
		if (!url.getScheme().equals("https") && !local) {
			return "its scheme is not https";
		}
		if (url.getRawFragment() != null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
			return "it has a query, a fragment or a user";
		}
		boolean plain = url.getRawAuthority().equals(url.getRawAuthority().toLowerCase(Locale.ROOT))
				&& url.normalize().equals(url) && !url.getRawPath().contains("//");
		return plain ? "" : "it is not in its normal form, host in small letters and path without dots";
	}

	private static @Nullable URI identifier(ResourceProperties resource) {
		String said = resource.identifier();
		try {
			return (said != null && !said.isBlank()) ? new URI(said) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
