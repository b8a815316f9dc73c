package io.zerotrust.token.keys.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where documents of one issuer may be. Metadata says where keys are, and whoever can
 * write metadata could so make this service ask any other; hence only the issuer's own
 * host and those the operator names are asked.
 */
final class Locations {

	private static final String OPENID = "/.well-known/openid-configuration";

	private static final String OAUTH = "/.well-known/oauth-authorization-server";

	/**
	 * Issuers that are known to keep their keys elsewhere.
	 */
	private static final Map<String, String> ELSEWHERE = Map.of("accounts.google.com", "www.googleapis.com",
			"securetoken.google.com", "www.googleapis.com", "sts.windows.net", "login.microsoftonline.com");

	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final int LONGEST_QUOTE = 200;

	private final KeySource source;

	private final Set<String> hosts = new LinkedHashSet<>();

	private final boolean insecure;

	Locations(KeySource source, KeyRules rules) {
		this.source = source;
		this.insecure = rules.insecure();
		this.hosts.addAll(rules.allowedHosts());
		URI own = parse((source.jwkSetUri() != null) ? source.jwkSetUri() : source.issuer());
		if (own != null && own.getHost() != null && port(own) > 0) {
			this.hosts.add(authority(own));
			String elsewhere = ELSEWHERE.get(host(own));
			if (elsewhere != null) {
				this.hosts.add(elsewhere);
			}
		}
	}

	/**
	 * Return where the metadata of the issuer may be, in the order to look (OpenID
	 * Connect Discovery 1.0 section 4.1, RFC 8414 section 3.1).
	 */
	List<URI> metadata() {
		URI issuer = verified(this.source.issuer(), "the issuer");
		String path = issuer.getRawPath();
		while (path.endsWith("/")) {
			path = path.substring(0, path.length() - 1);
		}
		String root = issuer.getScheme() + "://" + issuer.getRawAuthority();
		Set<URI> places = new LinkedHashSet<>();
		places.add(URI.create(root + path + OPENID));
		places.add(URI.create(root + OPENID + path));
		places.add(URI.create(root + OAUTH + path));
		return List.copyOf(places);
	}

	/**
	 * Return a location that may be asked.
	 * @param text the location
	 * @param what what it is, for the message
	 * @throws FetchFailure if it may not
	 */
	URI verified(String text, String what) {
		URI uri = parse(text);
		// an address in any other than its usual spelling has no host for URI
		if (uri == null || uri.getHost() == null || port(uri) < 0) {
			throw refused(what + " is " + quoted(text) + ", which is no http or https URL with a host name");
		}
		String shown = show(uri);
		if (uri.getRawUserInfo() != null) {
			throw refused(what + " is at " + shown + " with a user name in it, which is not followed");
		}
		if (!this.insecure && "http".equalsIgnoreCase(uri.getScheme()) && !isLocal(host(uri))) {
			throw refused(what + " is " + shown + ", which is not asked without TLS, since whoever stands between "
					+ "could hand out keys of his own");
		}
		if (!isAllowed(uri)) {
			throw refused(what + " is " + shown + ", and " + authority(uri) + " is neither the host of the issuer "
					+ quoted(this.source.issuer()) + " nor in zt.token.keys.allowed-hosts " + "(entries: host, or "
					+ "host:port where the port is another than that of the scheme)");
		}
		return uri;
	}

	private boolean isAllowed(URI uri) {
		boolean usual = port(uri) == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
		return this.hosts.contains(authority(uri)) || (usual && this.hosts.contains(host(uri)));
	}

	/**
	 * Return whether both are at the same scheme, host and port.
	 */
	static boolean sameOrigin(URI one, URI other) {
		return one.getScheme().equalsIgnoreCase(other.getScheme()) && authority(one).equals(authority(other));
	}

	private static FetchFailure refused(String message) {
		return new FetchFailure(FetchOutcome.LOCATION, message);
	}

	private static @Nullable URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static String host(URI uri) {
		return uri.getHost().toLowerCase(Locale.ROOT);
	}

	private static String authority(URI uri) {
		return host(uri) + ":" + port(uri);
	}

	/**
	 * The port, -1 if the scheme is another than http and https.
	 */
	private static int port(URI uri) {
		boolean secure = "https".equalsIgnoreCase(uri.getScheme());
		if (!secure && !"http".equalsIgnoreCase(uri.getScheme())) {
			return -1;
		}
		int usual = secure ? 443 : 80;
		return (uri.getPort() > 0) ? uri.getPort() : usual;
	}

	private static boolean isLocal(String host) {
		return LOCAL.contains(host) || host.endsWith(".localhost");
	}

	/**
	 * Show a location without what may be secret.
	 */
	static String show(URI uri) {
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		int port = uri.getPort();
		return printable(uri.getScheme() + "://" + uri.getHost() + ((port > 0) ? ":" + port : "") + path);
	}

	static String quoted(String text) {
		int at = text.indexOf('@');
		return '"' + printable((at >= 0) ? "…" + text.substring(at) : text) + '"';
	}

	/**
	 * What others wrote, as it may stand in a log: short and on one line.
	 */
	static String printable(String text) {
		StringBuilder printable = new StringBuilder();
		for (int i = 0; i < text.length() && i < LONGEST_QUOTE; i++) {
			char c = text.charAt(i);
			boolean breaks = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028'
					|| c == '\u2029';
			printable.append(breaks ? '?' : c);
		}
		return (text.length() > LONGEST_QUOTE) ? printable + "…" : printable.toString();
	}

}
