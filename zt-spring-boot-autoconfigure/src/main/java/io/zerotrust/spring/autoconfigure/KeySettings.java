package io.zerotrust.spring.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.keys.remote.KeyRules;
import io.zerotrust.token.keys.remote.KeySource;

/**
 * Reads how keys are fetched and kept, and holds it against what can be meant.
 */
final class KeySettings {

	private static final String PREFIX = "zt.token.keys.";

	private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

	private static final Duration LONGEST_STALENESS = Duration.ofDays(7);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final long SMALLEST_SIZE = 1024;

	private static final long LARGEST_SIZE = 10 * 1024 * 1024;

	private final TokenProperties token;

	private final KeyProperties keys;

	KeySettings(TokenProperties token) {
		this.token = token;
		this.keys = token.keys();
	}

	/**
	 * Return the rules.
	 * @throws MisconfigurationException if one of them cannot be meant
	 */
	KeyRules rules() {
		within("timeout", this.keys.timeout(), Duration.ofMillis(100), LONGEST_TIMEOUT, "3s");
		within("stale-limit", this.keys.staleLimit(), SECOND, LONGEST_STALENESS, "1h");
		within("cool-down", this.keys.coolDown(), SECOND, LONGEST_STALENESS, "30s");
		within("refresh", this.keys.refresh(), SECOND, LONGEST_STALENESS, "5m");
		notBeyondStaleLimit("cool-down", this.keys.coolDown());
		notBeyondStaleLimit("refresh", this.keys.refresh());
		long size = this.keys.maxSize().toBytes();
		if (size < SMALLEST_SIZE || size > LARGEST_SIZE) {
			throw new MisconfigurationException(PREFIX + "max-size is " + this.keys.maxSize() + ".",
					"Set " + PREFIX + "max-size to a size from 1KB to 10MB, 256KB for example.");
		}
		return new KeyRules(this.keys.refresh(), this.keys.coolDown(), this.keys.staleLimit(), this.keys.timeout(),
				(int) size, hosts(), this.token.insecureIssuer());
	}

	private static void within(String name, Duration value, Duration shortest, Duration longest, String example) {
		if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
			throw new MisconfigurationException(PREFIX + name + " is " + text(value) + ".",
					"Set " + PREFIX + name + " to a duration from " + text(shortest) + " to " + text(longest) + ", "
							+ example + " for example.");
		}
	}

	private void notBeyondStaleLimit(String name, Duration value) {
		if (value.compareTo(this.keys.staleLimit()) > 0) {
			throw new MisconfigurationException(
					PREFIX + name + " is " + text(value) + " and " + PREFIX + "stale-limit is "
							+ text(this.keys.staleLimit())
							+ ", so keys would be given up before they are fetched anew.",
					"Set " + PREFIX + "stale-limit to several times " + PREFIX + name + ".");
		}
	}

	private Set<String> hosts() {
		Set<String> hosts = new LinkedHashSet<>();
		for (String host : this.keys.allowedHosts()) {
			if (!isHost(host)) {
				throw new MisconfigurationException(
						PREFIX + "allowed-hosts has the entry \"" + host + "\", which is no host.",
						"Write the name of a host, with a port if it is not that of the scheme: keys.example.com or "
								+ "keys.example.com:8443. There are no wildcards.");
			}
			hosts.add(host.toLowerCase(Locale.ROOT));
		}
		return hosts;
	}

	private static boolean isHost(String entry) {
		try {
			URI uri = new URI("https://" + entry);
			return uri.getHost() != null && entry.equals(uri.getRawAuthority()) && uri.getRawUserInfo() == null
					&& !entry.endsWith(":");
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Return whose keys are fetched: of issuers whose tokens, or answers about tokens,
	 * are verified here.
	 * @throws MisconfigurationException if nobody could know where keys are
	 */
	List<KeySource> sources(TokenIssuers issuers) {
		List<KeySource> sources = new ArrayList<>();
		for (TokenIssuer issuer : issuers.all()) {
			if (issuer.introspection() != null && !issuer.introspection().signed()) {
				continue;
			}
			String name = issuer.rules().issuer();
			if (issuer.jwkSetUri() == null && !isUrl(name)) {
				throw new MisconfigurationException(
						"The issuer " + name + " is no URL, so it has no metadata that says where its keys are.",
						"Set jwk-set-uri beside it to where its keys are.");
			}
			sources.add(new KeySource(name, issuer.jwkSetUri()));
		}
		return sources;
	}

	private static boolean isUrl(String issuer) {
		try {
			URI uri = new URI(issuer);
			return uri.getHost() != null
					&& ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Return whom to trust.
	 * @throws MisconfigurationException if there is no such bundle
	 */
	@Nullable SSLContext ssl(@Nullable SslBundles bundles) {
		String name = this.keys.sslBundle();
		if (name == null) {
			return null;
		}
		try {
			if (bundles != null) {
				return bundles.getBundle(name).createSslContext();
			}
		}
		catch (NoSuchSslBundleException ex) {
			// said below
		}
		throw new MisconfigurationException(PREFIX + "ssl-bundle is " + name + ", and there is no such bundle.",
				"Configure spring.ssl.bundle.pem." + name + " or spring.ssl.bundle.jks." + name + ", or remove "
						+ PREFIX + "ssl-bundle to trust whom the JDK trusts.");
	}

	private static String text(Duration duration) {
		boolean whole = duration.toMillis() % 1000 == 0;
		return whole ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
	}

}
