package io.zerotrust.spring.web.servlet;

import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.web.GateSettings;
import io.zerotrust.spring.web.ResourceSettings;

/**
 * The service as its callers see it: by which URL, what it says of itself, and which
 * certificate they showed to a proxy.
 */
final class ExternalView {

	private final RequestUrl url;

	private final ResourceMetadata metadata;

	private final @Nullable ClientCertificates certificates;

	ExternalView(GateSettings settings) {
		RequestAddress address = new RequestAddress(settings.addresses());
		ResourceSettings resource = settings.resource();
		this.url = new RequestUrl(resource.identifier(), address);
		this.metadata = new ResourceMetadata(resource, this.url);
		this.certificates = resource.certificateFromProxy() ? new ClientCertificates(address, settings.mode()) : null;
	}

	RequestUrl url() {
		return this.url;
	}

	ResourceMetadata metadata() {
		return this.metadata;
	}

	/**
	 * Return what takes certificates from a header, or {@code null} if the container
	 * knows them.
	 */
	@Nullable ClientCertificates certificates() {
		return this.certificates;
	}

}
