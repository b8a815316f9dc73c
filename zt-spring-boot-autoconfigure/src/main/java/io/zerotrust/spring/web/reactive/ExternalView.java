package io.zerotrust.spring.web.reactive;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.ResourceDescription;
import io.zerotrust.spring.web.ResourceSettings;

/**
 * The service as its callers see it: by which URL, what it says of itself, and which
 * certificate they showed to a proxy.
 */
final class ExternalView {

	private final RequestUrl url;

	private final ResourceDescription description;

	private final @Nullable ClientCertificates certificates;

	private final boolean served;

	ExternalView(GateSettings settings) {
		RequestAddress address = new RequestAddress(settings.addresses());
		ResourceSettings resource = settings.resource();
		this.url = new RequestUrl(resource.identifier(), address);
		this.description = new ResourceDescription(resource);
		this.certificates = resource.certificateFromProxy() ? new ClientCertificates(address) : null;
		this.served = settings.mode() != Mode.OBSERVE;
	}

	RequestUrl url() {
		return this.url;
	}

	/**
	 * Return where the metadata are, for a challenge (RFC 9728, section 5.1); empty if
	 * they are not served.
	 */
	String metadataUrl(ServerWebExchange exchange) {
		if (!this.served) {
			return "";
		}
		String known = this.description.url();
		return (known != null) ? known : this.url.of(exchange, contextPath(exchange) + ResourceDescription.WELL_KNOWN);
	}

	/**
	 * Put into metadata what is known of the service.
	 */
	void describe(ServerWebExchange exchange, Map<String, Object> members) {
		String known = this.description.identifier();
		this.description.describe(members, (known != null) ? known
				: ResourceDescription.resource(this.url.of(exchange), this.url.of(exchange, contextPath(exchange))));
	}

	private static String contextPath(ServerWebExchange exchange) {
		return exchange.getRequest().getPath().contextPath().value();
	}

	/**
	 * Return what takes certificates from a header, or {@code null} if the server knows
	 * them.
	 */
	@Nullable ClientCertificates certificates() {
		return this.certificates;
	}

}
