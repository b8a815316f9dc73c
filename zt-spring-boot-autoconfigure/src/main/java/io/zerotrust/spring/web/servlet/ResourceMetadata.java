package io.zerotrust.spring.web.servlet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.zerotrust.spring.web.ResourceSettings;

/**
 * What clients may know of this service (RFC 9728): what is configured, and nothing else.
 * Scopes are left out; which endpoint wants which is nobody's business.
 */
final class ResourceMetadata implements Consumer<OAuth2ProtectedResourceMetadata.Builder> {

	/**
	 * Where clients look for it, in front of the path of the identifier.
	 */
	static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

	private final ResourceSettings settings;

	private final RequestUrl url;

	ResourceMetadata(ResourceSettings settings, RequestUrl url) {
		this.settings = settings;
		this.url = url;
	}

	/**
	 * Return where the metadata is, for a challenge (RFC 9728, section 5.1).
	 */
	String url(HttpServletRequest request) {
		URI identifier = this.settings.identifier();
		return (identifier != null) ? RequestUrl.origin(identifier) + WELL_KNOWN + RequestUrl.path(identifier)
				: this.url.of(request, request.getContextPath() + WELL_KNOWN);
	}

	@Override
	public void accept(OAuth2ProtectedResourceMetadata.Builder metadata) {
		metadata.claims(this::describe);
	}

	private void describe(Map<String, Object> members) {
		String resource = resource();
		if (resource != null) {
			members.put("resource", resource);
		}
		put(members, "authorization_servers", this.settings.issuers());
		put(members, "dpop_signing_alg_values_supported",
				this.settings.dpop() ? this.settings.proofAlgorithms() : List.of());
		put(members, "dpop_bound_access_tokens_required", this.settings.dpopRequired());
		put(members, "tls_client_certificate_bound_access_tokens", this.settings.mtls());
	}

	private @Nullable String resource() {
		if (this.settings.identifier() != null) {
			return this.settings.identifier().toString();
		}
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
			return null;
		}
		HttpServletRequest request = attributes.getRequest();
		String asked = this.url.of(request);
		if (!isUrl(asked)) {
			return this.url.of(request, request.getContextPath());
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
