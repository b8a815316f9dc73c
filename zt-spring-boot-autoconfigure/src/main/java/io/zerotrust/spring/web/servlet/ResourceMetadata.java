package io.zerotrust.spring.web.servlet;

import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.zerotrust.spring.web.ResourceDescription;
import io.zerotrust.spring.web.ResourceSettings;

/**
 * Says to Spring's filter what clients may know of this service (RFC 9728).
 */
final class ResourceMetadata implements Consumer<OAuth2ProtectedResourceMetadata.Builder> {

	private final ResourceDescription description;

	private final RequestUrl url;

	ResourceMetadata(ResourceSettings settings, RequestUrl url) {
		this.description = new ResourceDescription(settings);
		this.url = url;
	}

	/**
	 * Return where the metadata is, for a challenge (RFC 9728, section 5.1).
	 */
	String url(HttpServletRequest request) {
		String known = this.description.url();
		return (known != null) ? known : this.url.within(request, ResourceDescription.WELL_KNOWN);
	}

	@Override
	public void accept(OAuth2ProtectedResourceMetadata.Builder metadata) {
		metadata.claims((members) -> this.description.describe(members, resource()));
	}

	private @Nullable String resource() {
		String known = this.description.identifier();
		if (known != null) {
			return known;
		}
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
			return null;
		}
		HttpServletRequest request = attributes.getRequest();
		return ResourceDescription.resource(this.url.of(request), this.url.within(request, ""));
	}

}
