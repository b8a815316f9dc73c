package io.zerotrust.spring.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What clients may know of this service (RFC 9728): what is configured, and nothing else.
 * Scopes are left out; which endpoint wants which is nobody's business.
 *
 * @since 0.1.0
 */
public final class ResourceDescription {

	/**
	 * Where clients look for it, in front of the path of the identifier.
	 */
	public static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

	private final ResourceSettings settings;

	/**
	 * Create the description.
	 * @param settings what the operator says
	 */
	public ResourceDescription(ResourceSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return where the metadata are, for a challenge (RFC 9728, section 5.1).
	 * @return the URL, or {@code null} if nobody says by which URL the service is known
	 */
	public @Nullable String url() {
		URI identifier = this.settings.identifier();
		return (identifier != null) ? ServiceUrl.origin(identifier) + WELL_KNOWN + ServiceUrl.path(identifier) : null;
	}

	/**
	 * Describe the service.
	 * @param members the members of the document, which are added to
	 * @param resource the identifier of the resource, or {@code null} to leave it as it
	 * is
	 */
	public void describe(Map<String, Object> members, @Nullable String resource) {
		if (resource != null) {
			members.put("resource", resource);
		}
		put(members, "authorization_servers", this.settings.issuers());
		put(members, "dpop_signing_alg_values_supported",
				this.settings.dpop() ? this.settings.proofAlgorithms() : List.of());
		put(members, "dpop_bound_access_tokens_required", this.settings.dpopRequired());
		put(members, "tls_client_certificate_bound_access_tokens", this.settings.mtls());
	}

	/**
	 * Return the identifier the operator says.
	 * @return the identifier, or {@code null} if nobody says
	 */
	public @Nullable String identifier() {
		URI identifier = this.settings.identifier();
		return (identifier != null) ? identifier.toString() : null;
	}

	/**
	 * Return the identifier of the resource whose metadata are asked for.
	 * @param asked the URL of the request, of the caller's making
	 * @param otherwise what to return if that passes for no URL
	 * @return the identifier
	 */
	public static String resource(String asked, String otherwise) {
		if (!isUrl(asked)) {
			return otherwise;
		}
		int at = asked.indexOf(WELL_KNOWN);
		String resource = (at < 0) ? asked : asked.substring(0, at) + asked.substring(at + WELL_KNOWN.length());
		return resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
	}

	/**
	 * Whether the text of a caller would pass for a URL.
	 */
	private static boolean isUrl(String text) {
		try {
			return new URI(text).getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Members without a value are left out (section 3.2).
	 */
	private static void put(Map<String, Object> members, String name, Object value) {
		if (Boolean.FALSE.equals(value) || value instanceof List<?> list && list.isEmpty()) {
			members.remove(name);
		}
		else {
			members.put(name, value);
		}
	}

}
